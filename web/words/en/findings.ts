/** Words of the judgement: verdicts, flags, signatures. */
export const findings = {
  'verdict.valid': 'Valid',
  'verdict.valid.text': 'Everything is as documented.',
  'verdict.valid.own': 'Everything is as the own shape says.',
  'verdict.drifted': 'Drifted',
  'verdict.drifted.text': 'A documented event, with something unusual about it.',
  'verdict.drifted.own': 'As the own shape says, with something unusual about it.',
  'verdict.invalid': 'Invalid',
  'verdict.invalid.text': 'A documented event that breaks its documented shape.',
  'verdict.invalid.own': 'It breaks the own shape of this bin.',
  'verdict.undocumented': 'Undocumented',
  'verdict.undocumented.text':
    'The envelope of a known event, of a type that no document describes: its data is not checked.',
  'verdict.ambiguous': 'Ambiguous',
  'verdict.ambiguous.text':
    'The body of an account webhook without its X-Webhook-Event header: several events look like this.',
  'verdict.unrecognized': 'Unrecognized',
  'verdict.unrecognized.text': 'Readable JSON, but no event of systeme.io.',
  'verdict.unreadable': 'Unreadable',
  'verdict.unreadable.text': 'It claims to be JSON, or looks like it, and is not.',
  'verdict.none': 'No event',
  'verdict.none.text': 'Nothing to judge: no body, or nothing that could be an event.',

  'flag.sentToInspectLink': 'sent to the page',
  'flag.sentToInspectLink.text':
    'It was sent to the link that people look at (?inspect). Senders should use the bin’s URL.',
  'flag.browserVisit': 'browser visit',
  'flag.browserVisit.text': 'Most likely a person who opened the bin’s URL in a browser.',
  'flag.aborted': 'aborted',
  'flag.aborted.text': 'The sender went away before the end. What had arrived is kept.',
  'flag.truncated': 'truncated',
  'flag.truncated.text': 'The body was longer than the limit. Its beginning is kept.',
  'flag.preflight': 'preflight',
  'flag.preflight.text': 'A browser asked whether it may send (CORS).',
  'flag.upgrade': 'upgrade',
  'flag.upgrade.text': 'The sender asked for another protocol, and was answered in plain HTTP.',
  'flag.oddVersion': 'odd version',
  'flag.oddVersion.text':
    'It names another version of HTTP than 1.0 and 1.1, and was read all the same.',

  'signature.valid': 'Signature valid',
  'signature.valid-normalized': 'Signature valid for the compact form',
  'signature.invalid': 'Signature invalid',
  'signature.missing': 'Signature missing',
  'signature.unchecked': 'Signature not checked',
} as const
