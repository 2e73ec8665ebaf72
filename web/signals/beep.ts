/** Two short notes, quiet: made by the browser, so that no file has to be fetched. */
export function beep(): void {
  const audio = new AudioContext()
  const volume = audio.createGain()
  volume.gain.value = 0.06
  volume.connect(audio.destination)
  const notes = [660, 880].map((pitch, index) => {
    const note = audio.createOscillator()
    note.frequency.value = pitch
    note.connect(volume)
    note.start(audio.currentTime + index * 0.09)
    note.stop(audio.currentTime + index * 0.09 + 0.08)
    return note
  })
  notes.at(-1)?.addEventListener('ended', () => void audio.close())
}
