/** Words of the list beside its rows: selection, days, undoing. */
export const list = {
  'selection.label': 'Selection',
  'selection.count': { one: '{n} selected', other: '{n} selected' },
  'selection.clear': 'Clear the selection',
  'selection.pick': 'Select request {seq}',
  'selection.delete': 'Delete',
  undo: 'Undo',
  'undo.deleted': { one: '{n} request deleted.', other: '{n} requests deleted.' },
  'undo.cleared': 'All requests deleted.',
  'keys.undo': 'Take the last deletion back (10 s)',
  'keys.pin': 'Pin or unpin',
  'keys.newBin': 'New bin',
  'keys.first': 'Newest request',
  'keys.last': 'Oldest request in the list',
  'keys.select': 'Select the open request',
  'keys.range': 'Select up to the open request',
}
