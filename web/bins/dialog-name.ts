/** The dialogs of a bin, by what they are about. */
export type BinDialogName =
  | 'others'
  | 'shares'
  | 'sender'
  | 'forward'
  | 'retry'
  | 'reply'
  | 'settings'
  | 'shapes'
  | 'delete'
