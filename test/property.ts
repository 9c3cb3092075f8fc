import fc from 'fast-check'

/**
 * fast-check with a seed that is the same in every run, so that a test that passed passes again. Look further with
 * `PROPERTY_SEED=$RANDOM npm test`, and keep what it finds as an example.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_127) })

export default fc
