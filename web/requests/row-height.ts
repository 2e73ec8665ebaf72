/** Height of a row in CSS pixels; `--row` of the theme is the same. */
export const rowHeight = 54
