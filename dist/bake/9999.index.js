export const id = 9999;
export const ids = [9999];
export const modules = {

/***/ 9999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openStores: () => (/* binding */ openStores)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3940);
/* harmony import */ var _registry_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1627);


/** More repositories than this are not kept open: a fleet may have thousands. */
const storesKept = 256;
/** Opens each repository once, so that its connection and its login are shared and its traffic is counted whole. */
function openStores(options) {
    const stores = new Map();
    const counted = [];
    return {
        open(reference) {
            const name = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__.formatRepository)(reference);
            const store = stores.get(name) ?? (0,_registry_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openStore */ .C)(reference, options);
            if (!stores.has(name))
                counted.push(store.traffic);
            stores.delete(name);
            stores.set(name, store);
            const [longestUnused] = stores.keys();
            if (stores.size > storesKept && longestUnused !== undefined)
                stores.delete(longestUnused);
            return store;
        },
        traffic() {
            const sum = (field) => counted.reduce((total, traffic) => total + traffic[field], 0);
            return { requests: sum('requests'), 'bytes-sent': sum('bytesSent') };
        },
    };
}


/***/ })

};
