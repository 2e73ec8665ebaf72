const size = 64

/** Puts a number onto the icon of the tab; 0 gives it back as it was. */
export function countOnIcon(count: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (!link) return
  link.dataset['plain'] ??= link.getAttribute('href') ?? ''
  const drawn = count > 0 ? draw(count > 99 ? '99+' : String(count)) : null
  link.type = drawn === null ? 'image/svg+xml' : 'image/png'
  link.href = drawn ?? link.dataset['plain']
}

function draw(text: string): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#2a5ce0'
  pen.beginPath()
  pen.roundRect(0, 0, size, size, 14)
  pen.fill()
  pen.fillStyle = '#ffffff'
  pen.font = `bold ${text.length > 2 ? 30 : 42}px system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, size / 2, size / 2 + 2)
  return canvas.toDataURL('image/png')
}
