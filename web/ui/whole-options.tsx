/** A text that names options of the program, none of which is broken after its dashes. */
export function WholeOptions({ text }: { text: string }) {
  return text.split(/(--[a-z][a-z-]*)/).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <span key={index} className="whole">
        {piece}
      </span>
    ),
  )
}
