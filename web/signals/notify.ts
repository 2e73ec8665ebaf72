type News = { title: string; text: string; tag: string; open: () => void }

/** Shows a notification in place of the last with the same tag; a click on it comes to the page. */
export function notify({ title, text, tag, open }: News): void {
  if (Notification.permission !== 'granted') return
  const shown = new Notification(title, { body: text, tag })
  shown.addEventListener('click', () => {
    window.focus()
    shown.close()
    open()
  })
}
