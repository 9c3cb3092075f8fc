export const id = 565;
export const ids = [565];
export const modules = {

/***/ 90565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readSecrets: () => (/* binding */ readSecrets)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/** BuildKit takes no larger ones. */
const maximumSecretBytes = 500 * 1024; // 500 KiB
/**
 * Sees that every secret is there, and hides it in all that is logged from here on.
 *
 * @returns the values, for whoever writes messages
 * @throws IngotError `invalid-input`, `not-found`; no message holds a value
 */
async function readSecrets(secrets, { env, mask }) {
    const values = [];
    for (const secret of secrets) {
        const value = secret.from === 'env' ? env[secret.name] : await readSecret(secret.id, secret.path);
        if (value === undefined) {
            const name = secret.from === 'env' ? secret.name : '';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('invalid-input', `The secret ${secret.id} is to come from ${name}, which is not set`, {
                advice: `Hand it to the step: env: {${name}: "\${{ secrets.${name} }}"}`,
            });
        }
        mask(value);
        values.push(value.trim(), ...value.split('\n').map((line) => line.trim()));
    }
    return [...new Set(values)].filter((value) => value.length >= 4);
}
async function readSecret(id, path) {
    const value = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('not-found', `The secret ${id} cannot be read from ${path}: ${cause.message}`, { cause });
    });
    if (value.length <= maximumSecretBytes)
        return value.toString('utf8');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('size-exceeded', `The secret ${id} has ${value.length} bytes, more than ${maximumSecretBytes}`);
}


/***/ })

};
