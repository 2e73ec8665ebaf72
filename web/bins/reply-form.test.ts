import { describe, expect, it } from 'vitest'
import { defaultReply, type BinReply } from '../../shared/bin.ts'
import { readForm, toForm, type ReplyForm } from './reply-form.ts'

const form: ReplyForm = toForm(defaultReply)

describe('the reply form', () => {
  it.each<BinReply>([
    defaultReply,
    { ...defaultReply, sequence: [500, 500, 200], cors: true, delay: 1500 },
    {
      ...defaultReply,
      headers: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b: 2'],
        ['X-Empty', ''],
      ],
    },
    {
      ...defaultReply,
      sequence: ['timeout', { status: 503, headers: [], body: 'a, b', delay: 0 }, 'slow'],
    },
  ])('reads back the reply %#', (reply) => {
    expect(readForm(toForm(reply))).toEqual({ reply, errors: null })
  })

  it.each<[Partial<ReplyForm>, string, string]>([
    [{ status: '199' }, 'status', '199'],
    [{ status: '20x' }, 'status', '20x'],
    [{ delay: '60001' }, 'delay', '60001'],
    [{ delay: '' }, 'delay', ''],
    [{ headers: 'A: b\nnonsense' }, 'headers', 'nonsense'],
    [{ sequence: '500, 1000, 200' }, 'sequence', '1000'],
    [{ sequence: 'reset, sleep' }, 'sequence', 'sleep'],
    [{ sequence: '{"status":' }, 'sequence', '{"status":'],
  ])('says what is wrong with %j', (change, field, text) => {
    const { errors } = readForm({ ...form, ...change })
    expect(errors).toMatchObject({ [field]: { text } })
  })

  it('passes over empty lines and spaces', () => {
    const { reply } = readForm({
      ...form,
      headers: '\n A:b \n\n',
      sequence: ' 500 ,, reset \n 200,',
    })
    expect(reply).toMatchObject({ headers: [['A', 'b']], sequence: [500, 'reset', 200] })
  })
})
