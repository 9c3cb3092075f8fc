export const id = 9748;
export const ids = [9748,2776,7324];
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

/***/ 9748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadConfig: () => (/* binding */ loadConfig),
  t: () => (/* binding */ loadPolicy)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(6723);
// EXTERNAL MODULE: ./lib/config/layers-schema.js
var layers_schema = __webpack_require__(2776);
// EXTERNAL MODULE: ./lib/config/shared-schema.js
var shared_schema = __webpack_require__(8681);
// EXTERNAL MODULE: ./lib/config/units.js
var units = __webpack_require__(7361);
;// CONCATENATED MODULE: ./lib/config/bake-schema.js




const platforms = schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('os/architecture[/variant]; several make an index');
const labels = shared_schema/* strings */.P.default({});
const buildkit = schemas/* strictObject */.rej({
    engine: schemas/* literal */.euz('buildkit'),
    context: schemas/* string */.YjP().default('.').describe('Directory that the build may read'),
    file: schemas/* string */.YjP().optional().describe('Dockerfile; default Dockerfile in the context'),
    target: schemas/* string */.YjP().optional().describe('Stage to build; default the last'),
    'build-args': shared_schema/* strings */.P.default({}).describe('Never secrets: they stay in the image and its provenance'),
    'build-contexts': schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .describe('Name → directory, docker-image://REF or oci-layout://DIR:TAG'),
    secrets: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('id=NAME,env=VARIABLE or id=NAME,file=PATH'),
    ssh: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    'cache-from': schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Whoever may write to it can change the image'),
    'cache-to': schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Not written on pull requests'),
    'no-cache': schemas/* boolean */.zMY().default(false),
    network: schemas/* enum */.k5n(['default', 'none', 'host']).optional(),
    builder: schemas/* string */.YjP().optional().describe('As docker buildx ls names it; default the current one'),
    'buildkit-image': schemas/* string */.YjP().optional().describe('Image of BuildKit for a builder that is made here'),
    sbom: schemas/* string */.YjP().optional().describe('Image that makes an SBOM inside the build; none by default'),
    'bake-file': schemas/* string */.YjP().optional().describe('Its target says what is built, in place of file and context'),
    'bake-target': schemas/* string */.YjP().optional().describe('Target of the bake file; default default'),
    rebasable: schemas/* boolean */.zMY()
        .default(false)
        .describe('Nothing in the image was compiled against the base: rebase may put it on a newer one'),
    labels,
    platforms,
});
const variableName = schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'write the name of a variable of the template');
const packer = schemas/* strictObject */.rej({
    engine: schemas/* literal */.euz('packer'),
    template: schemas/* string */.YjP().describe('HCL2 template: a file, or a directory of *.pkr.hcl'),
    variables: shared_schema/* strings */.P.default({}),
    secrets: schemas/* record */.g1P(variableName, schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'write the name of an environment variable'))
        .default({})
        .describe('Variable of the template → environment variable that holds its value'),
    only: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Builds to run, as Packer names them (qemu.shop); default all'),
    except: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Builds to leave out'),
    base: schemas/* string */.YjP().optional().describe('Golden VM image to build on; without it the template has its own source'),
    'base-region': schemas/* string */.YjP().optional().describe('Region of a base that is an image in a cloud'),
    'base-variables': schemas/* strictObject */.rej({ image: variableName.default('base_image'), checksum: variableName.default('base_checksum') })
        .prefault({})
        .describe('Variables of the template that are given the path (or id) of the base, and its checksum'),
    'output-variable': variableName.optional().describe('Variable that is given a directory for what is built'),
    'inventory-variable': variableName
        .optional()
        .describe('Variable that is given a directory for the package databases of the machine, for scan'),
    platforms: platforms.describe('The one platform that every build is for; builds names several'),
    builds: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .describe('Build → os/architecture[/variant]; several platforms make an index'),
    firmware: schemas/* enum */.k5n(['bios', 'uefi']).optional().describe('What the machine boots with, said in the image'),
    init: schemas/* boolean */.zMY().default(false).describe('Whether packer init may fetch plugins at build time'),
    timeout: units/* duration */.p0.prefault('2h').describe('A build that has not ended by then is cancelled'),
})
    .transform(({ timeout, ...rest }) => ({ ...rest, timeoutMilliseconds: timeout }));
/** `bake:` of ingot.yml: what is baked, by the engine that it names. */
const bakeSchema = schemas/* discriminatedUnion */.gMt('engine', [layers_schema/* layersSchema */.S, buildkit, packer]);

;// CONCATENATED MODULE: ./lib/config/schema.js




const schema_name = schemas/* string */.YjP().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'use lower-case letters, digits and hyphens');
const severity = schemas/* enum */.k5n(['low', 'medium', 'high', 'critical']);
/** What the gate refuses: findings of at least this severity, all of them or only those that have a fix. */
const gateSchema = schemas/* strictObject */.rej({ severity, 'fixable-only': schemas/* boolean */.zMY().default(false) })
    .transform((gate) => ({ severity: gate.severity, fixableOnly: gate['fixable-only'] }));
const fileCheck = schemas/* strictObject */.rej({
    path: shared_schema/* absolutePath */.H,
    mode: schemas/* string */.YjP()
        .regex(/^[0-7]{3,4}$/, 'write the mode as octal digits in quotes, e.g. "0644"')
        .optional(),
    owner: schemas/* string */.YjP()
        .regex(/^\d+:\d+$/, 'write the owner as uid:gid')
        .optional(),
    absent: schemas/* boolean */.zMY().default(false),
    contains: schemas/* string */.YjP().optional(),
})
    .transform((check) => ({ kind: 'file', ...check }));
const metadataCheck = schemas/* strictObject */.rej({
    user: schemas/* string */.YjP().optional(),
    entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    cmd: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    workdir: shared_schema/* absolutePath */.H.optional(),
    labels: shared_schema/* strings */.P.default({}),
})
    .transform((check) => ({ kind: 'metadata', ...check }));
const setuidCheck = schemas/* strictObject */.rej({ allow: schemas/* array */.YOg(shared_schema/* absolutePath */.H).default([]) })
    .transform((check) => ({ kind: 'setuid', ...check }));
const sizeCheck = schemas/* strictObject */.rej({ maximum: units/* byteSize */.mz })
    .transform((check) => ({ kind: 'size', maximumBytes: check.maximum }));
const httpCheck = schemas/* strictObject */.rej({
    port: schemas/* int */.Whr().min(1).max(65_535).optional(),
    path: schemas/* string */.YjP().startsWith('/').default('/'),
    status: schemas/* int */.Whr().min(100).max(599).default(200),
    body: schemas/* string */.YjP().optional(),
    within: units/* duration */.p0.prefault('10s'),
})
    .transform(({ within, ...check }) => ({ kind: 'http', ...check, withinMilliseconds: within }));
const check = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ file: fileCheck }).transform((entry) => entry.file),
    schemas/* strictObject */.rej({ metadata: metadataCheck }).transform((entry) => entry.metadata),
    schemas/* strictObject */.rej({ setuid: setuidCheck }).transform((entry) => entry.setuid),
    schemas/* strictObject */.rej({ size: sizeCheck }).transform((entry) => entry.size),
    schemas/* strictObject */.rej({ http: httpCheck }).transform((entry) => entry.http),
]);
const exception = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().min(1),
    package: schemas/* string */.YjP().optional(),
    reason: schemas/* string */.YjP().min(1, 'an exception needs a reason'),
    until: units/* day */.vd,
});
const scan = schemas/* strictObject */.rej({
    engines: schemas/* array */.YOg(schemas/* enum */.k5n(['osv']))
        .min(1)
        .default(['osv']),
    advisories: schemas/* string */.YjP()
        .optional()
        .describe('Directory of an OSV snapshot; without it OSV is asked over the network'),
    'fail-on': gateSchema.prefault({ severity: 'high' }),
    exceptions: schemas/* array */.YOg(exception).default([]),
})
    .transform(({ 'fail-on': failOn, ...rest }) => ({ ...rest, failOn }));
const verify = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP().describe('Public key (PEM file) of the signer that deployments trust'),
    require: schemas/* array */.YOg(schemas/* string */.YjP()).default(['signature', 'provenance', 'sbom', 'vulns', 'test-result']),
});
const target = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('process'),
    directory: schemas/* string */.YjP().describe('Where the target keeps images, state and its control socket'),
    port: schemas/* int */.Whr().min(0).max(65_535),
    'health-path': schemas/* string */.YjP().startsWith('/').optional(),
})
    .transform(({ 'health-path': healthPath, ...rest }) => ({ ...rest, ...(healthPath !== undefined && { healthPath }) }));
const strategy = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({
        canary: schemas/* strictObject */.rej({
            steps: schemas/* array */.YOg(schemas/* number */.aig().gt(0).lt(100))
                .min(1)
                .describe('Percent of traffic on the canary, rising; 100 follows by itself'),
            every: units/* duration */.p0,
        }),
    })
        .refine(({ canary }) => canary.steps.every((step, i) => i === 0 || step > (canary.steps[i - 1] ?? 0)), 'steps must rise')
        .transform(({ canary }) => ({ kind: 'canary', steps: canary.steps, everyMilliseconds: canary.every })),
    schemas/* strictObject */.rej({ 'blue-green': schemas/* strictObject */.rej({ soak: units/* duration */.p0 }) })
        .transform((entry) => ({ kind: 'blue-green', soakMilliseconds: entry['blue-green'].soak })),
]);
const metric = schemas/* strictObject */.rej({
    name: schema_name,
    kind: schemas/* enum */.k5n(['ratio', 'histogram']),
    source: schemas/* enum */.k5n(['target']).default('target'),
    'max-ratio': schemas/* number */.aig().positive().max(100).default(1),
})
    .transform(({ 'max-ratio': maxRatio, ...rest }) => ({ ...rest, maxRatio }));
const environment = schemas/* strictObject */.rej({
    after: schema_name.optional().describe('The environment in which a digest must be stable first'),
    target,
    strategy,
    metrics: schemas/* array */.YOg(metric)
        .min(1)
        .prefault([
        { name: 'errors', kind: 'ratio' },
        { name: 'latency', kind: 'histogram' },
    ]),
    alpha: schemas/* number */.aig()
        .gt(0)
        .max(0.5)
        .default(0.01)
        .describe('The chance of aborting a healthy rollout, over all its ticks'),
    deadline: units/* duration */.p0.prefault('1h').describe('A rollout that has not ended by then is aborted'),
})
    .transform(({ deadline, ...rest }) => ({ ...rest, deadlineMilliseconds: deadline }));
const patch = schemas/* strictObject */.rej({
    'rebuild-on': schemas/* array */.YOg(schemas/* enum */.k5n(['base', 'cve', 'age'])).default(['base', 'cve']),
    'max-age': units/* duration */.p0.optional(),
})
    .transform((entry) => ({
    rebuildOn: entry['rebuild-on'],
    ...(entry['max-age'] !== undefined && { maximumAgeMilliseconds: entry['max-age'] }),
}));
/** `ingot.yml`, the one file at the root of the caller's repository. */
const configSchema = schemas/* strictObject */.rej({
    app: schema_name,
    image: schemas/* string */.YjP().describe('The repository that releases of this app go to, without tag or digest'),
    bake: bakeSchema.optional(),
    validate: schemas/* array */.YOg(check).default([]),
    scan: scan.prefault({}),
    verify: verify.optional(),
    ledger: schemas/* string */.YjP().optional().describe('Git URL or directory of the ledger; the repository at hand when absent'),
    environments: schemas/* record */.g1P(schema_name, environment).default({}),
    patch: patch.prefault({}),
})
    .superRefine((config, context) => {
    for (const [environmentName, { after }] of Object.entries(config.environments)) {
        if (after === undefined || (after in config.environments && after !== environmentName))
            continue;
        const path = ['environments', environmentName, 'after'];
        context.addIssue({
            code: 'custom',
            path,
            message: `there is no other environment called ${JSON.stringify(after)}`,
        });
    }
});

;// CONCATENATED MODULE: ./lib/config/policy-schema.js



const digest = schemas/* string */.YjP()
    .regex(/^sha256:[0-9a-f]{64}$/, 'write a whole digest: sha256: and 64 hexadecimal digits')
    .describe("Digest of the image: of an index, or of one platform's manifest");
/** All that an entry says must hold; who else may sign (an issuer and an identity) would stand beside `key`. */
const approvedBase = schemas/* strictObject */.rej({
    repository: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Repository of an approved base, or scratch; * stands for anything within a path segment, at the end for anything'),
    digest: digest.optional(),
    key: schemas/* string */.YjP().optional().describe('Public key (PEM file) that must have signed it'),
    'max-age': units/* duration */.p0.optional().describe('Since the base was built; the max-age of the policy holds beside it'),
})
    .refine(({ repository, digest, key }) => (repository ?? digest ?? key) !== undefined, 'say what is approved: a repository, a digest, or the key of a signer')
    .refine(({ repository, ...rest }) => repository !== 'scratch' || Object.values(rest).every((value) => value === undefined), 'scratch is nothing: it has no digest, no signature and no age')
    .transform(({ 'max-age': maximumAgeMilliseconds, ...rest }) => ({ ...rest, maximumAgeMilliseconds }));
const revokedBase = schemas/* strictObject */.rej({
    digest,
    reason: schemas/* string */.YjP().min(1, 'say why it is revoked: whoever is refused reads it'),
    replacement: schemas/* string */.YjP().min(1).optional().describe('What to build on instead'),
});
/** The organisation policy: a second file that the caller's repository does not own. */
const policySchema = schemas/* strictObject */.rej({
    bases: schemas/* array */.YOg(approvedBase).default([]).describe('What images may be built on'),
    'max-age': units/* duration */.p0.optional().describe('How old any base may be'),
    revoked: schemas/* array */.YOg(revokedBase).default([]).describe('Bases that may not be used any more, whatever approves them'),
    gate: gateSchema.optional(),
    require: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
})
    .transform(({ 'max-age': maximumAgeMilliseconds, ...rest }) => ({ ...rest, maximumAgeMilliseconds }));

// EXTERNAL MODULE: ./lib/config/source.js + 3 modules
var source = __webpack_require__(7324);
;// CONCATENATED MODULE: ./lib/config/load.js






/**
 * Reads and checks a configuration. File paths in it are relative to the file's own folder.
 *
 * @throws IngotError `invalid-config` with file, line, column and the nearest valid key
 */
async function loadConfig(file) {
    const config = await (0,source/* readYaml */.g)(file, configSchema);
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file));
    const local = (path) => (0,external_node_path_.resolve)(folder, path);
    const localLedger = (url) => (/^[a-z][a-z0-9+.-]*:\/\/|^[^/]+@[^/]+:/i.test(url) ? url : local(url));
    return {
        ...config,
        file,
        ...(config.bake && { bake: localBake(config.bake, local) }),
        scan: { ...config.scan, ...(config.scan.advisories && { advisories: local(config.scan.advisories) }) },
        ...(config.verify && { verify: { ...config.verify, key: local(config.verify.key) } }),
        ...(config.ledger && { ledger: localLedger(config.ledger) }),
        environments: mapValues(config.environments, (environment) => ({
            ...environment,
            target: { ...environment.target, directory: local(environment.target.directory) },
        })),
    };
}
/** @throws IngotError `invalid-config`, also when a key that it names cannot be read */
async function loadPolicy(file) {
    const policy = await (0,source/* readYaml */.g)(file, policySchema);
    const readKey = async (key) => (0,promises_.readFile)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(file), key), 'utf8').catch((cause) => {
        throw new errors/* IngotError */.se('invalid-config', `${file} names the key ${key}, which cannot be read: ${cause.message}`, {
            cause,
        });
    });
    const bases = await Promise.all(policy.bases.map(async ({ key, ...base }) => ({ ...base, ...(key !== undefined && { key: await readKey(key) }) })));
    return { ...policy, bases, file };
}
/** What an engine reads from disk, from the configuration's own folder. */
function localBake(bake, local) {
    switch (bake.engine) {
        case 'layers':
            return { ...bake, add: bake.add.map((entry) => localSource(entry, local)) };
        case 'buildkit':
            return {
                ...bake,
                context: local(bake.context),
                ...(bake.file !== undefined && { file: local(bake.file) }),
                ...(bake['bake-file'] !== undefined && { 'bake-file': local(bake['bake-file']) }),
            };
        case 'packer':
            return { ...bake, template: local(bake.template) };
    }
}
function localSource(entry, local) {
    if (typeof entry !== 'string')
        return { ...entry, source: local(entry.source) };
    const colon = entry.lastIndexOf(':/');
    return `${local(entry.slice(0, colon))}${entry.slice(colon)}`;
}
function mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}


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

/***/ 7324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseYaml: () => (/* binding */ parseYaml),
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/config/nearest.js
/** The candidate that is fewest edits away, when it is close enough to be a slip of the finger. */
function nearest(word, candidates) {
    const limit = Math.max(2, Math.floor(word.length / 3));
    const ranked = candidates
        .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
        .filter(({ edits }) => edits <= limit)
        .sort((a, b) => a.edits - b.edits);
    return ranked[0]?.candidate;
}
/** Levenshtein distance, one row at a time. */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./lib/config/schema-keys.js
/** The keys that the schema knows at a path, through every wrapper; of a union, those of the branch that the value names. */
function keysAt(schema, path, value) {
    return [...new Set(schemasAt(schema, path, value).flatMap((inner) => Object.keys(definitionOf(inner)?.shape ?? {})))];
}
/**
 * Of a union whose branch is named by one key: the branches that know a key, other than the one that the value at the path
 * names.
 */
function otherBranches(schema, path, value, key) {
    const union = schemasAt(schema, path, value, { keepUnions: true }).map(definitionOf).find(isDiscriminated);
    if (union === undefined)
        return { discriminator: '', own: '', others: [] };
    const { discriminator, options } = union;
    const own = named(options, discriminator, atPath(value, path));
    const others = options.filter((option) => !own.includes(option) && knows(option, key));
    const nameOf = (option) => String([...valuesOf(option, discriminator)].find((name) => name !== undefined));
    return { discriminator, own: own.map(nameOf).join(), others: others.map(nameOf) };
}
function atPath(value, path) {
    return path.reduce((inner, step) => inner?.[step], value);
}
function schemasAt(schema, [step, ...rest], value, options = {}) {
    if (step === undefined)
        return unwrap(schema, value, options);
    const inside = atPath(value, [step]);
    return unwrap(schema, value).flatMap((inner) => {
        const { shape, element, valueType } = definitionOf(inner) ?? {};
        return schemasAt(shape?.[step] ?? element ?? valueType, rest, inside, options);
    });
}
function unwrap(schema, value, options = {}) {
    const definition = definitionOf(schema);
    if (definition === undefined)
        return [];
    if (options.keepUnions && isDiscriminated(definition))
        return [schema];
    if (isDiscriminated(definition)) {
        const branches = named(definition.options, definition.discriminator, value);
        return (branches.length > 0 ? branches : definition.options).flatMap((branch) => unwrap(branch, value));
    }
    if (definition.options)
        return definition.options.flatMap((branch) => unwrap(branch, value, options));
    const inner = definition.innerType ?? definition.in;
    return inner === undefined ? [schema] : unwrap(inner, value, options);
}
/** The branches of a union that the value of its discriminating key names. */
function named(options, discriminator, value) {
    const name = atPath(value, [discriminator]);
    return options.filter((option) => valuesOf(option, discriminator).has(name));
}
function valuesOf(option, discriminator) {
    const { propValues } = option._zod;
    return propValues?.[discriminator] ?? new Set();
}
function knows(option, key) {
    return keysAt(option, [], undefined).includes(key);
}
function isDiscriminated(definition) {
    return definition?.discriminator !== undefined && definition.options !== undefined;
}
function definitionOf(schema) {
    return schema?._zod?.def;
}

;// CONCATENATED MODULE: ./lib/config/explain.js



/** A misspelt key explains the missing one beside it; in a union the branch that got furthest is the one that was meant. */
function deepest(issues, prefix = []) {
    const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
    if (!first)
        throw new errors/* IngotError */.se('internal', 'A schema refused a value without saying why');
    const path = [...prefix, ...first.path];
    if (first.code !== 'invalid_union' || first.errors.length === 0)
        return { ...first, path };
    const branches = first.errors.filter((branch) => branch.length > 0).map((branch) => deepest(branch, path));
    const depth = (issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 0 : 0.5);
    return branches.reduce((best, issue) => (depth(issue) > depth(best) ? issue : best));
}
/** What is wrong, and what to write instead. `value` is the whole document as it was read. */
function explain(issue, schema, value) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
        return explainKey(issue.keys[0] ?? '', path, schema, value);
    return `${path.join('.') || 'the document'}: ${explainValue(issue, atPath(value, path))}`;
}
function explainKey(unknown, path, schema, value) {
    const said = `unknown key ${JSON.stringify(unknown)}${path.length > 0 ? ` in ${path.join('.')}` : ''}`;
    const known = keysAt(schema, path, value);
    const guess = nearest(unknown, known);
    if (guess !== undefined)
        return `${said}; did you mean ${JSON.stringify(guess)}?`;
    const { discriminator, own, others } = otherBranches(schema, path, value, unknown);
    if (others.length > 0) {
        return `${said}; it belongs to ${discriminator}: ${others.join(' or ')}, and this is ${discriminator}: ${own}`;
    }
    return `${said}; known keys: ${known.join(', ')}`;
}
function explainValue(issue, found) {
    switch (issue.code) {
        case 'invalid_type': {
            const wanted = kinds[issue.expected] ?? issue.expected;
            return found === undefined ? `it is missing: write ${wanted}` : `write ${wanted}, not ${shown(found)}`;
        }
        case 'invalid_value':
            return oneOf(issue.values, found);
        case 'invalid_union': {
            const { options } = issue;
            return issue.discriminator === undefined || options === undefined ? issue.message : oneOf(options, found);
        }
        default:
            return issue.message;
    }
}
const kinds = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys and their values',
    record: 'keys and their values',
};
function oneOf(options, found) {
    const known = options.filter((option) => option !== undefined && option !== null).map(String);
    const list = known.join(', ');
    if (found === undefined)
        return `it is missing: write one of ${list}`;
    const guess = typeof found === 'string' ? nearest(found, known) : undefined;
    const hint = guess === undefined ? '' : `; did you mean ${JSON.stringify(guess)}?`;
    return `${shown(found)} is ${known.length === 1 ? 'not' : 'none of'} ${list}${hint}`;
}
const shownCharacters = 60;
function shown(value) {
    const text = JSON.stringify(value);
    return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

;// CONCATENATED MODULE: ./lib/config/source.js




const maximumConfigBytes = 1024 * 1024; // 1 MiB
/**
 * Reads a YAML file and checks it.
 *
 * @throws IngotError `not-found`, or `invalid-config` with file, line, column, what is wrong and what to write instead
 */
async function readYaml(file, schema) {
    return parseYaml(await readText(file), file, schema);
}
function parseYaml(source, file, schema) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(source, { lineCounter: lines, uniqueKeys: true });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${file}:${line}:${col}`;
    };
    const [broken] = document.errors;
    if (broken)
        throw new errors/* IngotError */.se('invalid-config', `${at(broken.pos[0])}: ${firstLine(broken.message)}`);
    const value = document.toJS({ maxAliasCount: 100 });
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = deepest(parsed.error.issues);
    const where = at(offsetOf(document.contents, issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined));
    throw new errors/* IngotError */.se('invalid-config', `${where}: ${explain(issue, schema, value)}`);
}
/** Where in the source a path is: its key when one is named, otherwise its value, or the nearest parent that exists. */
function offsetOf(root, path, key) {
    let node = root;
    let offset = rangeOf(root);
    for (const step of path) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === String(step));
            if (!pair)
                return offset;
            offset = rangeOf(pair.key) ?? offset;
            node = pair.value;
        }
        else if ((0,dist/* isCollection */.P3)(node)) {
            node = node.items[Number(step)];
            offset = rangeOf(node) ?? offset;
        }
        else
            return offset;
    }
    if (key === undefined)
        return rangeOf(node) ?? offset;
    const pair = (0,dist/* isMap */.jh)(node) ? node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key) : undefined;
    return rangeOf(pair?.key) ?? offset;
}
function rangeOf(node) {
    return node?.range?.[0] ?? 0;
}
async function readText(file) {
    const bytes = await (0,promises_.readFile)(file).catch((cause) => {
        if (cause.code !== 'ENOENT')
            throw new errors/* IngotError */.se('invalid-config', `Cannot read ${file}: ${cause.message}`, { cause });
        throw new errors/* IngotError */.se('invalid-config', `There is no ${file}`, {
            advice: 'Name the file with --config, or write one: docs/ingot-yml.md shows every key',
            cause,
        });
    });
    if (bytes.length > maximumConfigBytes)
        throw new errors/* IngotError */.se('invalid-config', `${file} is larger than 1 MiB`);
    return bytes.toString('utf8');
}
function firstLine(text) {
    return (text.split('\n', 1)[0] ?? text).replace(/ at line \d+, column \d+:$/, '');
}


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
