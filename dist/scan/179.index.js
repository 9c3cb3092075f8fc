export const id = 179;
export const ids = [179];
export const modules = {

/***/ 9179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readScanSettings: () => (/* binding */ readScanSettings)
/* harmony export */ });
/** What the caller gives, else what ingot.yml says, and never less than what the organisation asks for. */
async function readScanSettings(inputs, job) {
    const { findConfig, loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(377), __webpack_require__.e(815), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 9017));
    const { describeThreshold, parseException, strictest } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(377), __webpack_require__.e(858), __webpack_require__.e(583), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 983));
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
