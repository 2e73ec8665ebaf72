/** Words about a body and the ways to look at it; they come with its views. */
export const en = {
  'body.failed': 'The body could not be fetched: {reason}',
  'withheld.encoded':
    'The body is compressed, so what is personal in it cannot be hidden. The share does not show it.',
  'withheld.binary':
    'The body is no readable text, so what is personal in it cannot be hidden. The share does not show it.',
  'withheld.unreadable':
    'The body is broken JSON, so what is personal in it cannot be found safely. The share does not show it.',
  'withheld.unknown-form':
    'The body is neither JSON nor a form, so what is personal in it cannot be found. The share does not show it.',
  'withheld.too-large': 'The body is too large to be masked. The share does not show it.',
  'body.tooLarge': 'The body has {size}, too much to be shown here. Download it to look at it.',
  'find.label': 'Find in the body',
  'find.count': { one: '{n}{more} match', other: '{n}{more} matches' },
  'find.place': '{at} of {n}{more}',
  'find.previous': 'Previous match',
  'find.next': 'Next match',
  'json.pointer': 'Pointer',
  'json.copyPointer': 'Copy the JSON Pointer',
  'json.copyJq': 'Copy the path for jq',
  'filter.by': 'Show requests with {what}',
  'filter.off': 'Do not look for {what} any longer',
  'filter.column': 'Filter',
  'filter.value': 'Value',
  'filter.path': 'Path',
  'form.fields': { one: '{n} field', other: '{n} fields' },
  'form.more': {
    one: '{n} more field is not shown. Download the body to see it.',
    other: '{n} more fields are not shown. Download the body to see them.',
  },
  'multipart.parts': { one: '{n} part', other: '{n} parts' },
  'multipart.part': 'Part {n}',
  'multipart.save': 'Download part {n}',
  'multipart.open':
    'The closing boundary is missing: the body was cut off, or never ended properly.',
  'multipart.more': {
    one: '{n} more part is not shown. Download the body to see it.',
    other: '{n} more parts are not shown. Download the body to see them.',
  },
  'image.facts': '{type}, {width} × {height} pixels, {size}',
  'image.show': 'Show the picture',
  'image.alt': 'The picture that was sent',
  'image.tooLarge': 'The picture is too large to be shown here. Download it to look at it.',
  'raw.encoding': 'Content encoding',
  'raw.decoded': 'Decoded',
  'raw.asSent': 'As sent',
  'raw.shown': 'Show as',
  'raw.text': 'Text',
  'raw.hex': 'Hex',
} as const
