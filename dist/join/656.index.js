export const id = 656;
export const ids = [656];
export const modules = {

/***/ 5656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   required: () => (/* binding */ required)
/* harmony export */ });
/* unused harmony export givenOr */
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


/***/ })

};
