/** Heights in CSS pixels; `--row`, `--day` and `--fold` of the theme are the same. */
export const rowHeight = 54
/** Of the day above the first row of it. */
export const dayHeight = 28
/** Of the line below a row that tells of earlier attempts. */
export const foldHeight = 26
