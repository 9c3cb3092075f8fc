export const id = 2776;
export const ids = [2776];
export const modules = {

/***/ 2776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ layersSchema),
/* harmony export */   additionSchema: () => (/* binding */ additionSchema),
/* harmony export */   healthcheckSchema: () => (/* binding */ healthcheckSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6723);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _shared_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8681);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7361);



const owner = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().transform(String)])
    .refine((text) => /^\d{1,9}(:\d{1,9})?$/.test(text), 'write uid or uid:gid in numbers: names are known in the image alone')
    .transform((text) => {
    const [uid = '0', gid = uid] = text.split(':');
    return { uid: Number(uid), gid: Number(gid) };
});
const mode = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()])
    .refine(
// YAML reads 0640 without quotes as six hundred and forty.
(value) => typeof value === 'string' && /^(normal|keep|[0-7]{3,4})$/.test(value), 'write normal, keep, or octal digits in quotes such as "0640"')
    .transform((value) => (value === 'normal' || value === 'keep' ? value : Number.parseInt(String(value), 8)));
const mtime = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['epoch', 'keep']),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$('write epoch, keep, seconds since 1970, or a time such as 2026-01-31T12:00:00Z')
        .transform((text) => Math.floor(Date.parse(text) / 1000)),
]);
/** The long form of an addition, in ingot.yml and in the input `add`. */
const additionSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    source: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).describe('File or directory on disk; {os}, {arch} and {variant} stand for the platform'),
    destination: _shared_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .absolutePath */ .H.regex(/^(?!.*\/\.\.(\/|$))/, 'write it without ..'),
    owner: owner.optional().describe('uid:gid of everything in it; default 0:0'),
    mode: mode.optional().describe('normal (0755 and 0644), keep, or the mode of files as "0640"'),
    mtime: mtime.optional().describe('epoch (SOURCE_DATE_EPOCH, else 1970), keep, or a time'),
    'hard-links': zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['split', 'keep']).optional().describe('Whether names of one file stay names of one file'),
    exclude: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1)).optional().describe('Patterns to leave out, as in a .dockerignore'),
    platforms: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional().describe('Images that get this layer; default all'),
})
    .transform(({ source, destination, platforms, 'hard-links': hardLinks, ...rest }) => ({
    source,
    destination,
    platforms,
    rules: { ...rest, hardLinks },
}));
const test = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).min(1)])
    .transform((text) => (typeof text === 'string' ? ['CMD-SHELL', text] : ['CMD', ...text]));
/** `none`, or what a container engine runs to see whether a container is well. */
const healthcheckSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('none').transform(() => ({ test: ['NONE'] })),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        test: test.describe('Words of a command, or one line for a shell'),
        interval: _units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0.optional(),
        timeout: _units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0.optional(),
        'start-period': _units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0.optional(),
        'start-interval': _units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0.optional(),
        retries: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).optional(),
    })
        .transform(({ test, retries, ...times }) => ({
        test,
        retries,
        intervalMilliseconds: times.interval,
        timeoutMilliseconds: times.timeout,
        startPeriodMilliseconds: times['start-period'],
        startIntervalMilliseconds: times['start-interval'],
    })),
]);
/** `bake:` of ingot.yml for the engine `layers`. */
const layersSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    engine: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('layers').default('layers'),
    base: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().describe('The base image, or scratch'),
    add: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^.+:\/.*$/, 'write SRC:DEST with an absolute DEST'), additionSchema]))
        .default([]),
    entrypoint: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
    cmd: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).optional(),
    env: _shared_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .strings */ .P.default({}),
    labels: _shared_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .strings */ .P.default({}),
    user: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    workdir: _shared_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .absolutePath */ .H.optional(),
    expose: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().transform(String)]))
        .default([])
        .describe('Ports such as 8080 or 53/udp'),
    volumes: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_shared_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .absolutePath */ .H).default([]).describe('Directories whose content outlives a container'),
    'stop-signal': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('Signal that asks the process to end, e.g. SIGTERM'),
    healthcheck: healthcheckSchema.optional(),
    compression: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['gzip', 'zstd', 'none']).optional(),
    'compression-level': zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).optional(),
    platforms: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).default([]).describe('os/architecture[/variant]; several make an index'),
});


/***/ }),

/***/ 8681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ absolutePath),
/* harmony export */   P: () => (/* binding */ strings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6723);

/** A map whose values are taken as text, however YAML reads them: `PORT: 8080` is `"8080"`. */
const strings = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()]).transform(String));
const absolutePath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\//, 'write an absolute path inside the image');


/***/ }),

/***/ 7361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mz: () => (/* binding */ byteSize),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6723);

const durationUnits = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const sizeUnits = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
/** `500ms`, `30s`, `5m`, `2h`, `30d` → milliseconds. */
const duration = measured(durationUnits, 'a duration such as 500ms, 30s, 5m, 2h or 30d');
/** `200MB`, `64MiB` → bytes. */
const byteSize = measured(sizeUnits, 'a size such as 500kB, 200MB or 64MiB');
/** `YYYY-MM-DD`: valid through the end of that day, UTC. */
const day = zod__WEBPACK_IMPORTED_MODULE_0__/* .date */ .p6('write a date as YYYY-MM-DD');
function measured(units, expected) {
    const pattern = new RegExp(`^(\\d+(?:\\.\\d+)?) ?(${Object.keys(units).join('|')})$`);
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(pattern, `write ${expected}`)
        .transform((text) => {
        const [, amount = '0', unit = ''] = pattern.exec(text) ?? [];
        return Math.round(Number(amount) * (units[unit] ?? 1));
    });
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6723);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
