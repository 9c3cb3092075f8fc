import { z } from 'zod'

const durationUnits = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const sizeUnits = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 } as const

/** `500ms`, `30s`, `5m`, `2h`, `30d` → milliseconds. */
export const duration = measured(durationUnits, 'a duration such as 500ms, 30s, 5m, 2h or 30d')

/** `200MB`, `64MiB` → bytes. */
export const byteSize = measured(sizeUnits, 'a size such as 500kB, 200MB or 64MiB')

/** `YYYY-MM-DD`: valid through the end of that day, UTC. */
export const day = z.iso.date('write a date as YYYY-MM-DD')

function measured(units: Readonly<Record<string, number>>, expected: string) {
  const pattern = new RegExp(`^(\\d+(?:\\.\\d+)?) ?(${Object.keys(units).join('|')})$`)
  return z
    .string()
    .regex(pattern, `write ${expected}`)
    .transform((text) => {
      const [, amount = '0', unit = ''] = pattern.exec(text) ?? []
      return Math.round(Number(amount) * (units[unit] ?? 1))
    })
}
