import { describe, expect, it } from 'vitest'
import { matchCommands, type Command } from './match.ts'

const command = (label: string, group = 'Page', also?: string): Command => ({
  id: label,
  group,
  label,
  run: () => {},
  ...(also === undefined ? {} : { also }),
})
const commands = [
  command('Copy the bin’s URL', 'Bin'),
  command('Inscrit à la formation', 'Envoyer', 'course-enrolled'),
  command('New bin'),
  command('Requests by contact'),
]
const found = (query: string) => matchCommands(commands, query).map(({ label }) => label)

describe('matchCommands', () => {
  it('finds all where nothing is asked for', () => {
    expect(found('  ')).toHaveLength(commands.length)
  })

  it.each([
    ['new', ['New bin']],
    ['bin', ['Copy the bin’s URL', 'New bin']],
    ['url copy', ['Copy the bin’s URL']],
    ['A LA FORM', ['Inscrit à la formation']],
    ['course', ['Inscrit à la formation']],
    ['nothing of it', []],
  ])('finds by %j', (query, labels) => {
    expect(found(query)).toEqual(labels)
  })

  it('puts first what begins with it', () => {
    const two = [command('See renew'), command('Anew'), command('New')]
    expect(matchCommands(two, 'new').map(({ label }) => label)).toEqual([
      'New',
      'See renew',
      'Anew',
    ])
  })
})
