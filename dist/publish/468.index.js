export const id = 468;
export const ids = [468];
export const modules = {

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyEvidence: () => (/* binding */ verifyEvidence)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/actions/wiring/required-input.js

/**
 * An input that `ingot.yml` may supply instead, under `key`.
 *
 * @throws IngotError `invalid-input` when neither does
 */
function required(value, input, key) {
    if (value !== undefined && value !== '')
        return value;
    throw new IngotError('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` });
}
/** A list as it is given, else as the configuration has it: the two are never mixed. */
function givenOr(given, configured) {
    return given.length > 0 ? given : (configured ?? []);
}

;// CONCATENATED MODULE: ./lib/actions/wiring/verify-evidence.js


/**
 * Whether the evidence of an image holds: by the keys and requirements that are given, else by those of the
 * configuration, and always with what the organisation policy requires on top.
 *
 * @returns undefined without a key: then nothing can be believed, and nothing is
 * @throws IngotError `invalid-input` when something is required and there is no key
 */
async function verifyEvidence({ store, digest }, given, rules, policyRequires, job) {
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(168), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 5407));
    const keys = givenOr(given.key, rules && [rules.key]);
    const own = givenOr(given.require, rules?.require);
    const require = [...new Set([...own, ...policyRequires])];
    if (keys.length === 0) {
        if (require.length > 0) {
            throw new errors/* IngotError */.se('invalid-input', `${require.join(', ')} cannot be required without a key to verify with`, {
                advice: 'Give --key FILE with the public key of the signer, or write verify.key in ingot.yml',
            });
        }
        job.warn(`${store.repository}@${digest} is published unverified: no --key is given and no verify.key configured`);
        return undefined;
    }
    const verifiers = await Promise.all(keys.map((key) => loadVerifier(key, job.env.INGOT_KEY_PASSPHRASE)));
    return verifyImage({ store, digest, verifiers, require, signal: job.signal });
}


/***/ })

};
