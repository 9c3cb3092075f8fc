export const id = 9179;
export const ids = [9179];
export const modules = {

/***/ 29179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readScanSettings: () => (/* binding */ readScanSettings)
/* harmony export */ });
/** What the caller gives, else what ingot.yml says, and never less than what the organisation asks for. */
async function readScanSettings(inputs, job) {
    const { findConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(8815), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 42714));
    const { describeThreshold, parseException, strictest } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(648), __webpack_require__.e(366), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 30983));
    const config = (await findConfig(inputs.config))?.scan;
    const minimum = inputs.policy === undefined ? undefined : (await loadPolicy(inputs.policy)).gate;
    const asked = thresholdOf(inputs, config);
    const threshold = minimum === undefined ? asked : strictest(asked, minimum);
    const isDefault = inputs['fail-on'] === undefined && config === undefined;
    const origin = isDefault ? ' (the default: neither fail-on nor ingot.yml says more)' : '';
    job.log(`The gate refuses ${describeThreshold(threshold)}${origin}`);
    const advisories = inputs.advisories ?? config?.advisories;
    const exceptions = [...inputs.exception.map(parseException), ...(config?.exceptions ?? [])];
    return {
        source: { url: inputs['osv-url'], ...(advisories !== undefined && { advisories }) },
        policy: { ...threshold, exceptions },
    };
}
function thresholdOf(inputs, config) {
    const fixableOnly = inputs['fixable-only'];
    if (inputs['fail-on'] !== undefined)
        return { severity: inputs['fail-on'], fixableOnly };
    const configured = config?.failOn ?? { severity: 'high', fixableOnly: false };
    return { severity: configured.severity, fixableOnly: fixableOnly || configured.fixableOnly };
}


/***/ })

};
