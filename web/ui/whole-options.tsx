/** A text that names options of the program, or `?inspect`, none of which is broken over lines. */
export function WholeOptions({ text }: { text: string }) {
  return text.split(/(--[a-z][a-z-]*|\?inspect)/).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <span key={index} className="whole">
        {piece}
      </span>
    ),
  )
}
