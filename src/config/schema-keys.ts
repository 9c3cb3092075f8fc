import type { z } from 'zod'

interface Definition {
  readonly shape?: Record<string, unknown>
  readonly element?: unknown
  readonly valueType?: unknown
  readonly innerType?: unknown
  readonly in?: unknown
  readonly options?: readonly unknown[]
  /** The key whose value says which option of a union is meant. */
  readonly discriminator?: string
}

/** The keys that the schema knows at a path, through every wrapper; of a union, those of the branch that the value names. */
export function keysAt(schema: unknown, path: readonly string[], value: unknown): string[] {
  return [...new Set(schemasAt(schema, path, value).flatMap((inner) => Object.keys(definitionOf(inner)?.shape ?? {})))]
}

/**
 * Of a union whose branch is named by one key: the branches that know a key, other than the one that the value at the path
 * names.
 */
export function otherBranches(schema: unknown, path: readonly string[], value: unknown, key: string) {
  const union = schemasAt(schema, path, value, { keepUnions: true }).map(definitionOf).find(isDiscriminated)
  if (union === undefined) return { discriminator: '', own: '', others: [] }
  const { discriminator, options } = union
  const own = named(options, discriminator, atPath(value, path))
  const others = options.filter((option) => !own.includes(option) && knows(option, key))
  const nameOf = (option: unknown) => String([...valuesOf(option, discriminator)].find((name) => name !== undefined))
  return { discriminator, own: own.map(nameOf).join(), others: others.map(nameOf) }
}

export function atPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step], value)
}

function schemasAt(
  schema: unknown,
  [step, ...rest]: readonly string[],
  value: unknown,
  options: { keepUnions?: boolean } = {},
): unknown[] {
  if (step === undefined) return unwrap(schema, value, options)
  const inside = atPath(value, [step])
  return unwrap(schema, value).flatMap((inner) => {
    const { shape, element, valueType } = definitionOf(inner) ?? {}
    return schemasAt(shape?.[step] ?? element ?? valueType, rest, inside, options)
  })
}

function unwrap(schema: unknown, value: unknown, options: { keepUnions?: boolean } = {}): unknown[] {
  const definition = definitionOf(schema)
  if (definition === undefined) return []
  if (options.keepUnions && isDiscriminated(definition)) return [schema]
  if (isDiscriminated(definition)) {
    const branches = named(definition.options, definition.discriminator, value)
    return (branches.length > 0 ? branches : definition.options).flatMap((branch) => unwrap(branch, value))
  }
  if (definition.options) return definition.options.flatMap((branch) => unwrap(branch, value, options))
  const inner = definition.innerType ?? definition.in
  return inner === undefined ? [schema] : unwrap(inner, value, options)
}

/** The branches of a union that the value of its discriminating key names. */
function named(options: readonly unknown[], discriminator: string, value: unknown): unknown[] {
  const name = atPath(value, [discriminator])
  return options.filter((option) => valuesOf(option, discriminator).has(name))
}

function valuesOf(option: unknown, discriminator: string): ReadonlySet<unknown> {
  const { propValues } = (option as z.ZodType)._zod as { propValues?: Record<string, Set<unknown>> }
  return propValues?.[discriminator] ?? new Set()
}

function knows(option: unknown, key: string): boolean {
  return keysAt(option, [], undefined).includes(key)
}

function isDiscriminated(
  definition: Definition | undefined,
): definition is Definition & { options: readonly unknown[]; discriminator: string } {
  return definition?.discriminator !== undefined && definition.options !== undefined
}

function definitionOf(schema: unknown): Definition | undefined {
  return (schema as z.ZodType | undefined)?._zod?.def as Definition | undefined
}
