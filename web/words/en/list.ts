/** Words of the list beside its rows: selection, days, undoing. */
export const list = {
  'selection.label': 'Selection',
  'selection.count': { one: '{n} selected', other: '{n} selected' },
  'selection.clear': 'Clear the selection',
  'selection.pick': 'Select request {seq}',
  'selection.delete': 'Delete',
  'list.earlier': { one: '{n} earlier attempt', other: '{n} earlier attempts' },
  undo: 'Undo',
  'undo.deleted': { one: '{n} request deleted.', other: '{n} requests deleted.' },
  'undo.cleared': 'All requests deleted.',
}
