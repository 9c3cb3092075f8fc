export const id = 1668;
export const ids = [1668];
export const modules = {

/***/ 31668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEpoch: () => (/* binding */ readEpoch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * The one time that an image may carry: SOURCE_DATE_EPOCH, else 1970.
 *
 * @throws IngotError `invalid-input`
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
function readEpoch(env) {
    const text = env.SOURCE_DATE_EPOCH;
    if (text === undefined || text === '')
        return 0;
    const seconds = /^\d{1,11}$/.test(text) ? Number(text) : Number.NaN;
    if (seconds <= 253_402_300_799)
        return seconds; // the end of the year 9999
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, not seconds since 1970`);
}


/***/ })

};
