import { describe, expect, test } from 'vitest'
import { apiForTests } from '../testing/api.ts'

const api = apiForTests()

async function filledBin() {
  const { id, key } = await api.newBin()
  for (let n = 0; n < 5; n++) await api.capture(id, 'hello')
  const seqs = async () => {
    const { requests } = await api.client('listRequests', { params: { id } })
    return requests.map(({ seq }) => seq)
  }
  return { params: { id }, key, seqs }
}

describe('clearing', () => {
  test('takes all requests', async () => {
    const { params, key, seqs } = await filledBin()
    await api.client('clearRequests', { params, key })
    expect(await seqs()).toEqual([])
  })

  test('leaves what came after a number', async () => {
    const { params, key, seqs } = await filledBin()
    await api.client('clearRequests', { params, key, query: { upTo: 3 } })
    expect(await seqs()).toEqual([5, 4])
    await api.client('clearRequests', { params, key, query: { upTo: 99 } })
    expect(await seqs()).toEqual([])
  })
})
