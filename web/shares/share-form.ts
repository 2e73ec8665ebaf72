import type { CreateShareInput } from '../../shared/input.ts'

export const lives = ['1h', '1d', '7d', '30d', 'never'] as const
export type Life = (typeof lives)[number]

/** What a new link is to be, as it is filled in. */
export type ShareForm = {
  name: string
  scope: NonNullable<CreateShareInput['scope']>
  life: Life
  password: string
  mask: boolean
  captureUrl: boolean
}

/** Fit for a teammate: all of the bin, masked, for a week. */
export const firstShareForm: ShareForm = {
  name: '',
  scope: { kind: 'bin' },
  life: '7d',
  password: '',
  mask: true,
  captureUrl: false,
}

/** A filled-in form as the API takes it. */
export function inputOf({ life, name, password, ...rest }: ShareForm): CreateShareInput {
  return {
    ...rest,
    name: name.trim(),
    ttl: life === 'never' ? null : life,
    ...(password !== '' && { password }),
  }
}
