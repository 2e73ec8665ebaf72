/** Words of the list beside its rows: selection, days, undoing. */
export const list = {
  'selection.label': 'Selection',
  'selection.count': { one: '{n} selected', other: '{n} selected' },
  'selection.clear': 'Clear the selection',
  'selection.pick': 'Select request {seq}',
  'selection.delete': 'Delete',
  'keys.select': 'Select the open request',
  'keys.range': 'Select up to the open request',
}
