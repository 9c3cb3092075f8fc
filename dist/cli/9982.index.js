export const id = 9982;
export const ids = [9982];
export const modules = {

/***/ 49982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeCycloneDx: () => (/* binding */ writeCycloneDx)
/* harmony export */ });
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6820);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50320);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51248);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94321);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9501);





function writeCycloneDx(packages, options) {
    const bom = new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Bom({
        serialNumber: serialNumber(options.digest),
        metadata: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Metadata({
            timestamp: options.now,
            component: imageComponent(options),
            tools: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Tools({
                components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.ComponentRepository([
                    new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.Application, 'ingot', { version: options.version }),
                ]),
            }),
        }),
        components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.ComponentRepository([...systemComponents(options.distribution), ...libraries(packages)]),
    });
    const serializer = new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__.JsonSerializer(new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__.JSON.Normalize.Factory(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_3__.Spec1dot6));
    return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
function imageComponent({ repository, digest }) {
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.Container, repository, {
        version: digest,
        bomRef: `${repository}@${digest}`,
        hashes: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.HashDictionary([[_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.HashAlgorithm['SHA-256'], (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .hexOf */ .Z)(digest)]]),
    });
}
function systemComponents(distribution) {
    if (distribution === undefined)
        return [];
    const { id, version } = distribution;
    const details = version === undefined ? {} : { version };
    return [new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.OperatingSystem, id, { bomRef: `os:${id}`, ...details })];
}
/** One component for each package URL, with every place where it lies. */
function libraries(packages) {
    const groups = new Map();
    for (const entry of packages) {
        const group = groups.get(entry.purl);
        if (group === undefined)
            groups.set(entry.purl, [entry]);
        else
            group.push(entry);
    }
    return [...groups.values()].map(libraryComponent);
}
function libraryComponent(group) {
    const [{ name, version, purl, license, source }] = group;
    const scope = /^@([^/]+)\/(.+)$/.exec(name);
    const properties = new Map();
    const note = (key, value) => properties.set(`${key}=${value}`, new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Property(key, value));
    for (const { path, layer, origin } of group) {
        note('ingot:path', path);
        note('ingot:layer', layer);
        note('ingot:origin', origin);
    }
    if (source.name !== name || source.version !== version)
        note('ingot:source', `${source.name} ${source.version}`);
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.Library, scope?.[2] ?? name, {
        version,
        purl,
        bomRef: purl,
        properties: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.PropertyRepository(properties.values()),
        ...(scope !== null && { group: `@${scope[1]}` }),
        ...(license !== undefined && { licenses: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.LicenseRepository([new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.NamedLicense(license)]) }),
    });
}
/** A UUID of version 8 (RFC 9562, 5.8) made of the digest: the same image, the same SBOM. */
function serialNumber(digest) {
    const hex = (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .hexOf */ .Z)((0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(`ingot sbom ${digest}`));
    const variant = ((Number.parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
    const parts = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        variant + hex.slice(17, 20),
        hex.slice(20, 32),
    ];
    return `urn:uuid:${parts.join('-')}`;
}


/***/ })

};
