export const id = 2115;
export const ids = [2115,5656];
export const modules = {

/***/ 25656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   givenOr: () => (/* binding */ givenOr),
/* harmony export */   required: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * An input that `ingot.yml` may supply instead, under `key`.
 *
 * @throws IngotError `invalid-input` when neither does
 */
function required(value, input, key) {
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `No ${input} is given`, { advice: `Give ${input}, or ${key} in ingot.yml` });
}
/** A list as it is given, else as the configuration has it: the two are never mixed. */
function givenOr(given, configured) {
    return given.length > 0 ? given : (configured ?? []);
}


/***/ }),

/***/ 12115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyEvidence: () => (/* binding */ verifyEvidence)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _required_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25656);


/**
 * Whether the evidence of an image holds: by the keys and requirements that are given, else by those of the
 * configuration, and always with what the organisation policy requires on top.
 *
 * @returns undefined without a key: then nothing can be believed, and nothing is
 * @throws IngotError `invalid-input` when something is required and there is no key
 */
async function verifyEvidence({ store, digest }, given, rules, policyRequires, job) {
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(6830)]).then(__webpack_require__.bind(__webpack_require__, 7788));
    const keys = (0,_required_input_js__WEBPACK_IMPORTED_MODULE_1__.givenOr)(given.key, rules && [rules.key]);
    const own = (0,_required_input_js__WEBPACK_IMPORTED_MODULE_1__.givenOr)(given.require, rules?.require);
    const require = [...new Set([...own, ...policyRequires])];
    if (keys.length === 0) {
        if (require.length > 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `${require.join(', ')} cannot be required without a key to verify with`, {
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
