/** Of Ingot, as written into evidence; a test holds it to package.json. */
export const engineVersion = '0.1.0'
