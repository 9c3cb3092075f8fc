export const id = 9238;
export const ids = [9238];
export const modules = {

/***/ 79238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   locateLedger: () => (/* binding */ locateLedger)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Which ledger is meant: the one named, else the configuration's, else the repository at hand: a job's own, and on a
 * laptop only one that an `ingot.yml` marks as an app's.
 *
 * @throws IngotError `invalid-input` when there is nothing to go by
 */
async function locateLedger(named, config, env) {
    const url = named ?? config?.ledger;
    if (url !== undefined)
        return url;
    if (config === undefined && env.GITHUB_ACTIONS !== 'true') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', 'No ledger is named, and there is no ingot.yml here', {
            advice: 'Name the ledger (a git URL or directory), or run this where your ingot.yml is',
        });
    }
    const { ledgerAtHand } = await __webpack_require__.e(/* import() */ 3688).then(__webpack_require__.bind(__webpack_require__, 3688));
    return ledgerAtHand(env);
}


/***/ })

};
