export const id = 176;
export const ids = [176];
export const modules = {

/***/ 176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   importLayout: () => (/* binding */ importLayout)
/* harmony export */ });
/** Takes what BuildKit has written into a directory over into the output, byte for byte. */
function importLayout(output, { signal }) {
    return async (directory, digest) => {
        const { copyImage, openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1627), __webpack_require__.e(2060)]).then(__webpack_require__.bind(__webpack_require__, 2060));
        const from = openStore({ kind: 'layout', directory }, { signal });
        await copyImage({ from, to: output, digest, signal });
    };
}


/***/ })

};
