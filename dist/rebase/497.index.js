export const id = 497;
export const ids = [497,218];
export const modules = {

/***/ 5263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ baseAnnotations)
/* harmony export */ });
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(261);

/**
 * How a manifest records its immediate base: `patch` and `rebase` go by these.
 *
 * @param name as it was written, without a digest; absent for scratch
 * @param config the base's, where it is known: saves a rebase a round trip
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md
 */
function baseAnnotations(name, digest, config) {
    return {
        ...(name !== undefined && { [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationKeys */ .ic.baseName]: name }),
        ...(digest !== undefined && { [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationKeys */ .ic.baseDigest]: digest }),
        ...(config !== undefined && { [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationKeys */ .ic.baseConfig]: `${config.digest},${config.size}` }),
    };
}


/***/ }),

/***/ 7576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bq: () => (/* binding */ isDistributable),
/* harmony export */   bs: () => (/* binding */ asOciLayer),
/* harmony export */   fh: () => (/* binding */ bringLayers)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2218);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(261);




const atOnce = 6;
/**
 * Makes layers of another repository available in `to`, as they are: mounted where the stores can do that, else copied;
 * never recompressed.
 *
 * @returns how each came there that was not there already
 */
async function bringLayers(layers, from, to, options) {
    const came = new Map();
    if (from.repository === to.repository)
        return came;
    const call = options.signal === undefined ? {} : { signal: options.signal };
    const queue = [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
    const work = async () => {
        for (let layer = queue.shift(); layer !== undefined; layer = queue.shift()) {
            const descriptor = layer;
            const isMounted = await to.mountBlob(descriptor, from, call);
            if (!isMounted)
                await to.writeBlob({ descriptor, open: () => from.readBlob(descriptor, call) }, call);
            const how = isMounted ? 'mounted' : 'copied';
            options.log(`${options.what} ${(0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_1__.shortDigest)(layer.digest)} ${(0,_oci_bytes_js__WEBPACK_IMPORTED_MODULE_3__.formatBytes)(layer.size)} ${how}`);
            came.set(layer.digest, how);
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
    return came;
}
/** Whether a layer may be stored in a registry other than its maker's. */
function isDistributable({ mediaType }) {
    return !mediaType.includes('.foreign.') && !mediaType.includes('nondistributable');
}
/**
 * A layer as an OCI manifest lists it: docker's names for the same bytes become OCI's. What its maker noted beside it (the
 * table of contents of a layer that can be pulled lazily) stays.
 */
function asOciLayer(layer) {
    const { mediaType, digest, size, annotations } = layer;
    if (!isDistributable(layer)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unsupported', `The base's layer ${digest} may not be distributed (${mediaType})`, {
            advice: 'Choose a base whose layers all lie in its registry',
        });
    }
    const names = {
        [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaTypes */ .Ib.dockerLayer]: _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaTypes */ .Ib.layerGzip,
        'application/vnd.docker.image.rootfs.diff.tar': _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaTypes */ .Ib.layerTar,
    };
    return { mediaType: names[mediaType] ?? mediaType, digest, size, ...(annotations && { annotations }) };
}


/***/ }),

/***/ 3562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ planRebase),
  S: () => (/* binding */ refuseEarly)
});

// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var oci_manifest = __webpack_require__(7535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/bake/base-annotations.js
var base_annotations = __webpack_require__(5263);
// EXTERNAL MODULE: ./lib/bake/bring-layers.js
var bring_layers = __webpack_require__(7576);
// EXTERNAL MODULE: ./lib/bake/settings.js
var settings = __webpack_require__(8960);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/bake/rebase/config-changes.js


/** What of the config differs, field by field; layers and history, which always do, are left to the manifest. */
function changesOf(before, after) {
    const [a, b] = [fieldsOf(before), fieldsOf(after)];
    return [...new Set([...a.keys(), ...b.keys()])]
        .sort()
        .filter((field) => !(0,external_node_util_.isDeepStrictEqual)(a.get(field), b.get(field)))
        .map((field) => ({ field, before: a.get(field), after: b.get(field) }));
}
function fieldsOf({ config, rootfs: _, history: __, ...top }) {
    const fields = new Map(Object.entries(top));
    for (const [name, value] of Object.entries(config ?? {})) {
        if (value === null || value === undefined)
            continue;
        if (name === 'Env')
            for (const [key, one] of value.map(settings/* splitEnv */.EM))
                fields.set(`Env.${key}`, one);
        else if (isMap(value))
            for (const [key, one] of Object.entries(value))
                fields.set(`${name}.${key}`, one);
        else
            fields.set(name, value);
    }
    return fields;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/bake/history.js
/** A config's history with one entry a layer, filled up where its builder kept none. */
function historyOf(config) {
    const layers = config.rootfs.diff_ids.length;
    const written = config.history ?? [];
    const counted = written.filter((entry) => entry.empty_layer !== true).length;
    if (counted === layers)
        return [...written];
    return Array.from({ length: layers }, () => ({ comment: 'history was not recorded' }));
}
/** What a history says after the part that describes its first `layers` layers and the settings made with them. */
function historyAfter(config, base) {
    const [own, below] = [historyOf(config), historyOf(base)];
    const isPrefix = below.every((entry, i) => JSON.stringify(entry) === JSON.stringify(own[i]));
    if (isPrefix)
        return own.slice(below.length);
    let layers = base.rootfs.diff_ids.length;
    return own.filter((entry) => {
        if (layers === 0)
            return true;
        if (entry.empty_layer !== true)
            layers--;
        return false;
    });
}

;// CONCATENATED MODULE: ./lib/bake/rebase/merge-config.js




/** Settings that are maps: each key is inherited on its own. */
const maps = ['Labels', 'ExposedPorts', 'Volumes'];
/** What the base's files decide. */
const ofSystem = ['os.version', 'os.features'];
/** Records of the build, which speak of the old base; the engine's own container belongs there too. */
function isOfBuild(name) {
    return (ofSystem.includes(name) || ['container', 'container_config'].includes(name) || name.startsWith('moby.buildkit.'));
}
/**
 * The application's config on a new base. One rule for every setting: what the application inherited from the old base
 * unchanged follows the base; what it set or removed itself stays as it made it.
 *
 * @param old config of the base that the image was built on
 */
function mergeConfig(application, old, next) {
    const layersOfBase = old.rootfs.diff_ids.length;
    const diffIds = [...next.rootfs.diff_ids, ...application.rootfs.diff_ids.slice(layersOfBase)];
    const created = [application.created, next.created]
        .filter((time) => time !== undefined)
        .sort(byTime)
        .at(-1);
    return {
        ...Object.fromEntries(Object.entries(application).filter(([name]) => !isOfBuild(name))),
        ...{ architecture: application.architecture, os: application.os },
        ...(created !== undefined && { created }),
        ...Object.fromEntries(ofSystem.flatMap((name) => (next[name] === undefined ? [] : [[name, next[name]]]))),
        config: mergeRunConfig(application.config ?? {}, old.config ?? {}, next.config ?? {}),
        rootfs: { type: 'layers', diff_ids: diffIds },
        history: [...historyOf(next), ...historyAfter(application, old)],
    };
}
function mergeRunConfig(application, old, next) {
    const merged = {};
    const names = new Set([...Object.keys(application), ...Object.keys(next)]);
    for (const name of [...names].sort()) {
        const isMap = maps.some((map) => map === name);
        const value = isMap
            ? mergeMap(record(application[name]), record(old[name]), record(next[name]))
            : inherit(application[name], old[name], next[name]);
        if (value !== undefined && value !== null)
            merged[name] = value;
    }
    keepOwn(merged, application, old);
    const env = mergeEnv(application.Env ?? [], old.Env ?? [], next.Env ?? []);
    if (env.length > 0)
        merged.Env = env;
    else
        delete merged.Env;
    return merged;
}
/** Two exceptions to the rule, both to the application's favour. */
function keepOwn(merged, application, old) {
    // A base's arguments belong to the base's entrypoint: they must not reach an entrypoint of the application.
    if (!isSame(application.Entrypoint, old.Entrypoint)) {
        if (application.Cmd)
            merged.Cmd = application.Cmd;
        else
            delete merged.Cmd;
    }
    // Its consent to be rebased is the application's own, also when the base happens to say the same.
    const consent = Object.entries(application.Labels ?? {}).filter(([key]) => isConsent(key));
    const others = Object.entries(record(merged.Labels) ?? {}).filter(([key]) => !isConsent(key));
    const labels = [...others, ...consent].sort(([a], [b]) => (a < b ? -1 : 1));
    if (labels.length > 0)
        merged.Labels = Object.fromEntries(labels);
    else
        delete merged.Labels;
}
/** The base's variables first, in its order, as if the image had been baked on it. */
function mergeEnv(application, old, next) {
    const merged = mergeMap(toMap(application), toMap(old), toMap(next)) ?? {};
    const order = [...toPairs(next), ...toPairs(application)].map(([key]) => key);
    return [...new Set(order)].filter((key) => key in merged).map((key) => `${key}=${merged[key]}`);
}
function mergeMap(application = {}, old = {}, next = {}) {
    const keys = [...new Set([...Object.keys(next), ...Object.keys(application)])].sort();
    const entries = keys.flatMap((key) => {
        const value = inherit(own(application, key), own(old, key), own(next, key));
        return value === undefined ? [] : [[key, value]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
function inherit(application, old, next) {
    return isSame(application, old) ? next : application;
}
/** Absent, null and empty say the same. */
function isSame(a, b) {
    return (0,external_node_util_.isDeepStrictEqual)(a ?? '', b ?? '');
}
function own(map, key) {
    return Object.hasOwn(map, key) ? map[key] : undefined;
}
function record(value) {
    return typeof value === 'object' && value !== null ? value : undefined;
}
function toPairs(env) {
    return env.map(settings/* splitEnv */.EM);
}
function toMap(env) {
    return Object.fromEntries(toPairs(env));
}
function isConsent(label) {
    return media_types/* rebasableLabels */.hG.some((known) => known === label);
}
function byTime(a, b) {
    return Date.parse(a) - Date.parse(b);
}

// EXTERNAL MODULE: ./lib/bake/rebase/rules.js
var rules = __webpack_require__(549);
;// CONCATENATED MODULE: ./lib/bake/rebase/plan-rebase.js









/** What can be refused before the old base's config has been read: a round trip earlier. */
function refuseEarly({ image, oldBase, newBase, }) {
    return ((0,rules/* refuseConsent */.bz)(image) ??
        (0,rules/* refusePlatform */.US)(image.config, newBase.config) ??
        (0,rules/* refuseLayers */.RJ)(image.manifest, oldBase.manifest, nameOf(oldBase)) ??
        (0,rules/* refuseForeign */.re)(image.manifest, newBase.manifest));
}
/**
 * Puts an image's own layers on another base, on paper. Pure: it proves that the old base's layers are an exact prefix of
 * the image's, by digests and by diff-ids, that all three are of one platform, and that the image consents.
 */
function planRebase({ image, oldBase, newBase, baseName }) {
    const refusal = refuseEarly({ image, oldBase, newBase }) ??
        (0,rules/* refusePlatform */.US)(image.config, oldBase.config) ??
        (0,rules/* refuseDiffIds */.eW)(image.config, oldBase.config, nameOf(oldBase));
    if (refusal !== undefined)
        return refusal;
    const merged = mergeConfig(image.config, oldBase.config, newBase.config);
    const configBytes = (0,oci_manifest/* encodeJson */.Pr)(merged);
    const config = { mediaType: media_types/* mediaTypes */.Ib.config, digest: (0,digest/* digestOf */.ol)(configBytes), size: configBytes.length };
    const baseLayers = newBase.manifest.layers.map(bring_layers/* asOciLayer */.bs);
    const applicationLayers = image.manifest.layers.slice(oldBase.manifest.layers.length).map(bring_layers/* asOciLayer */.bs);
    const recorded = (0,base_annotations/* baseAnnotations */.O)(baseName, newBase.manifestDigest, newBase.manifest.config);
    const manifest = {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.manifest,
        config,
        layers: [...baseLayers, ...applicationLayers],
        annotations: (0,settings/* sorted */.IP)({ ...image.manifest.annotations, ...recorded }),
    };
    const manifestBytes = (0,oci_manifest/* encodeJson */.Pr)(manifest);
    return {
        kind: 'rebase',
        manifest: { mediaType: media_types/* mediaTypes */.Ib.manifest, digest: (0,digest/* digestOf */.ol)(manifestBytes), size: manifestBytes.length },
        ...{ manifestBytes, config, configBytes, merged, baseLayers, applicationLayers },
        removedLayers: oldBase.manifest.layers.filter(({ digest }) => !baseLayers.some((layer) => layer.digest === digest)),
        changes: changesOf(image.config, merged),
    };
}
function nameOf({ store, manifestDigest }) {
    return `${store.repository}@${manifestDigest}`;
}


/***/ }),

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rebaser: () => (/* binding */ Rebaser)
});

// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(7535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/platform.js
var oci_platform = __webpack_require__(7122);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/documents.js
var documents = __webpack_require__(2239);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/bake/rebase/memo.js
/** What was worked out once, for as long as there is room: the oldest goes first, and what failed is not kept. */
class Memo {
    #entries = new Map();
    #room;
    /** @param room number of values that are kept */
    constructor(room) {
        this.#room = room;
    }
    get(key, make) {
        const kept = this.#entries.get(key);
        if (kept !== undefined)
            return kept;
        const [oldest] = this.#entries.keys();
        if (this.#entries.size >= this.#room && oldest !== undefined)
            this.#entries.delete(oldest);
        const making = make();
        this.#entries.set(key, making);
        making.catch(() => this.#entries.delete(key));
        return making;
    }
}

// EXTERNAL MODULE: ./lib/bake/rebase/rules.js
var rules = __webpack_require__(549);
;// CONCATENATED MODULE: ./lib/bake/rebase/side.js




/** Asks for the config that an image says its base has; what is wrong with it is found out when the base's manifest is there. */
function askEarly(store, said, call) {
    const [digest = '', size = ''] = said?.split(',') ?? [];
    if (!(0,oci_digest/* isDigest */.Bc)(digest) || !/^\d{1,7}$/.test(size) || Number(size) > manifest/* maximumManifestBytes */.ns)
        return undefined;
    const descriptor = { mediaType: media_types/* mediaTypes */.Ib.config, digest, size: Number(size) };
    return { descriptor, bytes: (0,documents/* readSmallBlob */.tp)(store, descriptor, call).catch(() => undefined) };
}
/** @throws IngotError `unreadable` for what is no container image; what is wrong with its config is thrown by that */
function openSide(store, { descriptor, bytes }, call, hint) {
    const { digest, mediaType } = descriptor;
    const from = `${store.repository}@${digest}`;
    const manifest = (0,documents/* imageManifestOf */.gw)({ descriptor, bytes }, from);
    const early = hint?.descriptor.digest === manifest.config.digest ? hint.bytes : undefined;
    const config = (0,documents/* readConfig */.Xg)(store, manifest, from, call, early);
    config.catch(() => undefined); // said where it is awaited, if it ever is
    return { store, manifestDigest: digest, manifest, manifestBytes: bytes, mediaType, config };
}
async function whole(side) {
    return { ...side, config: await side.config };
}

;// CONCATENATED MODULE: ./lib/bake/rebase/bases.js










const basesKept = 512;
/** Reads bases, each once however many images are on it. */
class Bases {
    #open;
    #call;
    #named = new Memo(basesKept);
    #sides = new Memo(basesKept);
    constructor(open, call) {
        this.#open = open;
        this.#call = call;
    }
    /** @throws IngotError `not-found`, with the tags that there are */
    read(reference) {
        return this.#named.get((0,oci_reference.formatReference)(reference), async () => {
            const store = this.#open(reference);
            return this.#opened(reference, store, await (0,documents/* readNamed */.Mk)(store, reference, this.#call));
        });
    }
    /** The image of a base for a platform, which is asked for only when there is a choice. */
    async pick(base, platformOf) {
        if ('only' in base.content)
            return base.content.only;
        const platform = await platformOf();
        const entries = base.content.index.manifests.filter((entry) => (0,oci_platform/* isRealPlatform */.K$)(entry.platform));
        const fitting = entries.filter((entry) => entry.platform !== undefined && (0,oci_platform/* samePlatform */.my)(entry.platform, platform));
        // Several that fit are builds of Windows: the one of the very version, else the first.
        const entry = fitting.find((one) => one.platform?.['os.version'] === platform['os.version']) ?? fitting[0];
        if (entry === undefined)
            return undefined;
        const { store } = base;
        return this.#sides.get(`${store.repository}@${entry.digest}`, async () => {
            const stored = await store.readManifest(entry.digest, this.#call);
            if (stored !== undefined)
                return openSide(store, stored, this.#call);
            throw new errors/* IngotError */.se('not-found', `${store.repository}@${base.digest} lists ${entry.digest}, which is not there`);
        });
    }
    /**
     * The base that an image says it was built on: where it says, when that is near, else beside the new base. A name in an image
     * must not make this machine talk to strangers.
     *
     * @param near references to repositories that the user named
     */
    async recorded(annotations, beside, near) {
        const { [media_types/* annotationKeys */.ic.baseName]: name, [media_types/* annotationKeys */.ic.baseDigest]: digest } = annotations;
        const { [media_types/* annotationKeys */.ic.baseConfig]: config } = annotations;
        if (name === undefined || digest === undefined || !(0,oci_digest/* isDigest */.Bc)(digest)) {
            const why = `the image does not record its base: the annotations ${media_types/* annotationKeys */.ic.baseName} and ${media_types/* annotationKeys */.ic.baseDigest} are needed`;
            return (0,rules/* refuse */.TR)('base-known', why, 'Name the base that it was built on with --old-base, or rebuild it with bake');
        }
        const said = parsed(name);
        if (said === undefined)
            return (0,rules/* refuse */.TR)('base-known', `the image records a base that is no reference: ${JSON.stringify(name)}`);
        const isNear = near.some((one) => placeOf(one) === placeOf(said));
        const places = [...(isNear ? [said] : []), beside].map((place) => (0,oci_reference.pinned)(place, digest));
        for (const reference of places) {
            const found = await this.#find(reference, digest, config);
            if (found !== undefined)
                return found;
        }
        const looked = [...new Set(places.map(oci_reference.formatReference))].join(' nor ');
        const why = `its old base ${name}@${digest} is not to be found as ${looked}, so its layers cannot be told apart`;
        const advice = 'Name where it is with --old-base, or rebuild the image with bake';
        return (0,rules/* refuse */.TR)('base-available', why, advice);
    }
    async #find(reference, digest, config) {
        try {
            return await this.#named.get((0,oci_reference.formatReference)(reference), async () => {
                const store = this.#open(reference);
                const hint = askEarly(store, config, this.#call);
                const stored = await store.readManifest(digest, this.#call);
                if (stored === undefined)
                    throw new errors/* IngotError */.se('not-found', `${(0,oci_reference.formatReference)(reference)} is not there`);
                return this.#opened(reference, store, stored, hint);
            });
        }
        catch (error) {
            if (error instanceof errors/* IngotError */.se && error.reason === 'not-found')
                return undefined;
            throw error;
        }
    }
    #opened(reference, store, stored, hint) {
        const { digest, mediaType } = stored.descriptor;
        const from = `${store.repository}@${digest}`;
        const isIndex = media_types/* indexTypes */.gp.includes(mediaType);
        const content = isIndex
            ? { index: (0,manifest/* parseIndex */.A1)(stored.bytes, from) }
            : { only: openSide(store, stored, this.#call, hint) };
        return { reference: (0,oci_reference.pinned)(reference, digest), store, digest, content };
    }
}
function parsed(name) {
    try {
        return (0,oci_reference.parseReference)(name);
    }
    catch {
        return undefined;
    }
}
function placeOf(reference) {
    return reference.kind === 'registry' ? reference.host : `oci:${reference.directory}`;
}

// EXTERNAL MODULE: ./lib/bake/rebase/plan-rebase.js + 3 modules
var plan_rebase = __webpack_require__(3562);
;// CONCATENATED MODULE: ./lib/bake/rebase/read-image.js







/** Reads what a reference names, an image or an index; nothing below it yet. */
async function readImage(store, reference, call) {
    const stored = await (0,documents/* readNamed */.Mk)(store, reference, call);
    const { digest, mediaType } = stored.descriptor;
    const from = `${store.repository}@${digest}`;
    const common = { store, reference: (0,oci_reference.pinned)(reference, digest), digest };
    if (!media_types/* indexTypes */.gp.includes(mediaType)) {
        const opened = openSide(store, stored, call);
        return { ...common, parts: [{ open: async () => opened }], dropped: [] };
    }
    const index = (0,manifest/* parseIndex */.A1)(stored.bytes, from);
    // An entry without a platform is an image too; one for an unknown platform is an attestation.
    const isImage = ({ platform }) => platform === undefined || (0,oci_platform/* isRealPlatform */.K$)(platform);
    const parts = index.manifests.filter(isImage).map((entry) => partOf(store, digest, entry, call));
    if (parts.length > 0)
        return { ...common, index, parts, dropped: index.manifests.filter((entry) => !isImage(entry)) };
    throw new errors/* IngotError */.se('unreadable', `${from} is an index without an image`);
}
function partOf(store, parent, entry, call) {
    return {
        entry,
        ...(entry.platform && { platform: entry.platform }),
        open: async () => {
            const stored = await store.readManifest(entry.digest, call);
            if (stored !== undefined)
                return openSide(store, stored, call);
            throw new errors/* IngotError */.se('not-found', `${store.repository}@${parent} lists ${entry.digest}, which is not there`, {
                advice: 'The image was copied or pruned only in part: copy or bake it again',
            });
        },
    };
}

// EXTERNAL MODULE: ./lib/bake/base-annotations.js
var base_annotations = __webpack_require__(5263);
// EXTERNAL MODULE: ./lib/bake/bring-layers.js
var bring_layers = __webpack_require__(7576);
// EXTERNAL MODULE: ./lib/bake/settings.js
var settings = __webpack_require__(8960);
;// CONCATENATED MODULE: ./lib/bake/rebase/write.js







const layersKept = 20_000;
/** Writes what was proved. A layer that several images need in a repository is brought there once. */
class RebaseWriter {
    #call;
    #log;
    #brought = new Memo(layersKept);
    constructor({ log, signal }) {
        this.#call = signal === undefined ? {} : { signal };
        this.#log = log ?? (() => undefined);
    }
    /** The index keeps what it says of itself; the base is named anew. Attestations of the old image are not carried over. */
    topOf({ index }, base, baseName, steps) {
        const [only] = steps;
        if (index === undefined && only?.plan !== undefined)
            return { ...only.plan.manifest, bytes: only.plan.manifestBytes };
        const isRecorded = index?.annotations?.[media_types/* annotationKeys */.ic.baseDigest] !== undefined;
        const recorded = (0,base_annotations/* baseAnnotations */.O)(baseName, isRecorded ? base.digest : undefined);
        const next = {
            schemaVersion: 2,
            mediaType: media_types/* mediaTypes */.Ib.index,
            manifests: steps.map(({ plan, part, image }) => {
                if (plan === undefined && part.entry !== undefined)
                    return part.entry;
                return { ...plan?.manifest, platform: platformOf(plan?.merged ?? image.config) };
            }),
            annotations: (0,settings/* sorted */.IP)({ ...index?.annotations, ...recorded }),
        };
        const bytes = (0,manifest/* encodeJson */.Pr)(next);
        return { mediaType: media_types/* mediaTypes */.Ib.index, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length, bytes };
    }
    /** Nothing is sent before `carryOut`; `expect` opens an upload ahead for a config, and `giveUp` lets go of those left over. */
    begin(output) {
        const expected = [];
        return {
            expect: () => {
                expected.push(expectUpload(output, this.#call));
            },
            carryOut: async (steps, top, tags) => {
                await Promise.all(steps.map(async ({ plan, image, newBase }) => {
                    if (plan === undefined)
                        return this.#bringWhole(image, output);
                    const config = sourceOf(plan.config, plan.configBytes);
                    const upload = expected.shift() ?? expectUpload(output, this.#call);
                    upload.give(config);
                    const there = image.store.repository === output.repository ? image.manifest.layers : [];
                    const isThere = ({ digest }) => there.some((layer) => layer.digest === digest);
                    const missing = plan.baseLayers.filter((layer) => !isThere(layer));
                    // Side by side: over a network the depth of round trips decides, not their number.
                    await Promise.all([
                        this.#bring(missing, newBase.store, output, 'base layer'),
                        this.#bring(plan.applicationLayers, image.store, output, 'layer'),
                        upload.done,
                    ]);
                    if (plan.manifest.digest !== top.digest)
                        await this.#write(output, plan);
                }));
                await output.writeManifest(top.bytes, top.mediaType, { ...this.#call, tags });
            },
            giveUp: async () => {
                for (const upload of expected)
                    upload.giveUp();
                await Promise.allSettled(expected.map(({ done }) => done));
            },
        };
    }
    async #write(output, { manifestBytes, manifest }) {
        await output.writeManifest(manifestBytes, manifest.mediaType, this.#call);
    }
    /** A platform that is on the new base already goes along as it is. */
    async #bringWhole({ store, manifest, manifestBytes, mediaType }, output) {
        if (store.repository === output.repository)
            return;
        await this.#bring([manifest.config, ...manifest.layers], store, output, 'part');
        await output.writeManifest(manifestBytes, mediaType, this.#call);
    }
    async #bring(layers, from, to, what) {
        if (from.repository === to.repository)
            return;
        await Promise.all(layers.map((layer) => this.#brought.get(`${to.repository} ${layer.digest}`, async () => {
            await (0,bring_layers/* bringLayers */.fh)([layer], from, to, { ...this.#call, log: this.#log, what });
        })));
    }
}
function expectUpload(output, call) {
    let give = () => undefined;
    let giveUp = () => undefined;
    const source = new Promise((resolve, reject) => {
        give = resolve;
        giveUp = () => reject(new Error('given up'));
    });
    source.catch(() => undefined);
    const done = output.writeNewBlob(source, call);
    done.catch(() => undefined); // said where it is awaited, if it ever is
    return { give, giveUp, done };
}
function sourceOf(descriptor, bytes) {
    return {
        descriptor,
        open: async function* () {
            yield bytes;
        },
    };
}
function platformOf(config) {
    const { architecture, os, variant, 'os.version': version } = config;
    return {
        architecture,
        os,
        ...(typeof version === 'string' && { 'os.version': version }),
        ...(variant !== undefined && { variant }),
    };
}

;// CONCATENATED MODULE: ./lib/bake/rebase/rebase.js










/**
 * Replaces the base layers of images by those of a newer base. The new base's layers are mounted, the application's stay where
 * they are: only a config and a manifest a platform are written. What many images share, bases above all, is read and mounted once.
 */
class Rebaser {
    #settings;
    #call;
    #bases;
    #writer;
    constructor(settings) {
        this.#settings = settings;
        this.#call = settings.signal === undefined ? {} : { signal: settings.signal };
        this.#bases = new Bases(settings.open, this.#call);
        this.#writer = new RebaseWriter(settings);
    }
    /** The new base. @throws IngotError `not-found` */
    base() {
        return this.#bases.read(this.#settings.base);
    }
    /** Of the new base's manifest; of its first platform when there are several. */
    async baseDigest() {
        const { content, digest } = await this.base();
        if ('only' in content)
            return content.only.manifestDigest;
        return content.index.manifests.find(({ platform }) => (0,oci_platform/* isRealPlatform */.K$)(platform))?.digest ?? digest;
    }
    /** @throws IngotError what the stores throw; a refusal is returned, and leaves nothing behind */
    async rebase(target) {
        const { open, dryRun } = this.#settings;
        const [image, base] = await Promise.all([readImage(open(target.image), target.image, this.#call), this.base()]);
        const output = open(target.output);
        const writing = this.#writer.begin(output);
        try {
            const proved = await settle(image.parts.map((part) => this.#prove(part, image, base, target, writing.expect)));
            const refusal = proved.find((one) => one.kind !== 'step');
            if (refusal !== undefined)
                return refusal;
            const steps = proved.filter((one) => one.kind === 'step');
            const result = {
                image: image.digest,
                platforms: steps.map((step) => describe(step, output)),
                dropped: image.dropped.length,
            };
            if (steps.every(({ plan }) => plan === undefined))
                return { kind: 'unchanged', digest: image.digest, ...result };
            const top = this.#writer.topOf(image, base, nameOf(this.#settings.base), steps);
            if (dryRun)
                return { kind: 'planned', digest: top.digest, ...result };
            await writing.carryOut(steps, top, target.tags);
            return { kind: 'rebased', digest: top.digest, ...result };
        }
        finally {
            await writing.giveUp();
        }
    }
    async #prove(part, image, base, target, expect) {
        const opened = await part.open();
        const platformOf = async () => part.platform ?? (await opened.config);
        const mayExpect = !this.#settings.dryRun;
        // An image that names its base's config is on its way: nothing but a refusal can stop it, and a refusal lets go of the upload.
        const isHinted = this.#isHinted(opened, image, base);
        if (mayExpect && isHinted)
            expect();
        const of = (refusal) => this.#naming(refusal, part.platform, image);
        const [newBase, oldBase] = await settle([
            this.#bases.pick(base, platformOf),
            this.#oldBase(opened, image, base, target, platformOf),
        ]);
        if (newBase === undefined)
            return of(noPlatform('new', base, await platformOf()));
        if (oldBase === undefined)
            return of(noPlatform('old', base, await platformOf()));
        if ('kind' in oldBase)
            return of(oldBase);
        const { manifestDigest: from } = oldBase;
        const fromName = this.#oldName(opened, image);
        const isSame = from === newBase.manifestDigest;
        const [own, next] = await Promise.all([whole(opened), whole(newBase)]);
        const unapproved = await this.#settings.approve?.({ ...next, reference: base.reference, digest: base.digest });
        if (unapproved !== undefined)
            return unapproved;
        if (isSame)
            return { kind: 'step', part, image: own, newBase, from, fromName };
        const early = (0,plan_rebase/* refuseEarly */.S)({ image: own, oldBase, newBase: next });
        if (early !== undefined)
            return of(early);
        // All that may still fail is what the old base's config says: the upload of the new one is opened while that is read.
        if (mayExpect && !isHinted)
            expect();
        const baseName = nameOf(this.#settings.base);
        const plan = (0,plan_rebase/* planRebase */.Q)({ image: own, oldBase: await whole(oldBase), newBase: next, baseName });
        return plan.kind === 'refuse' ? of(plan) : { kind: 'step', part, image: own, newBase, from, fromName, plan };
    }
    async #oldBase({ manifest }, image, base, target, platformOf) {
        const { oldBase } = this.#settings;
        const annotations = { ...image.index?.annotations, ...manifest.annotations };
        const recorded = annotations[media_types/* annotationKeys */.ic.baseDigest];
        if (oldBase === undefined && recorded !== undefined) {
            // Nothing to find when it is the very base that is given.
            if (recorded === base.digest)
                return this.#bases.pick(base, platformOf);
            const next = 'only' in base.content ? undefined : await this.#bases.pick(base, platformOf);
            if (next?.manifestDigest === recorded)
                return next;
        }
        const near = [target.image, target.output, this.#settings.base];
        const named = oldBase === undefined
            ? await this.#bases.recorded(annotations, this.#settings.base, near)
            : await this.#bases.read(oldBase);
        return 'kind' in named ? named : this.#bases.pick(named, platformOf);
    }
    /** Whether all about the old base can be asked for at once, and it is not the new one. */
    #isHinted({ manifest }, { index }, base) {
        const { [media_types/* annotationKeys */.ic.baseDigest]: digest, [media_types/* annotationKeys */.ic.baseConfig]: config } = {
            ...index?.annotations,
            ...manifest.annotations,
        };
        if (this.#settings.oldBase !== undefined || digest === undefined || config === undefined)
            return false;
        const { content } = base;
        const known = 'only' in content ? [content.only.manifestDigest] : content.index.manifests.map((one) => one.digest);
        return ![base.digest, ...known].some((one) => one === digest);
    }
    #oldName({ manifest }, { index }) {
        const { base, oldBase } = this.#settings;
        const recorded = manifest.annotations?.[media_types/* annotationKeys */.ic.baseName] ?? index?.annotations?.[media_types/* annotationKeys */.ic.baseName];
        return oldBase === undefined ? (recorded ?? nameOf(base)) : nameOf(oldBase);
    }
    #naming(refusal, platform, { index }) {
        return index === undefined || platform === undefined ? refusal : { ...refusal, platform: (0,manifest/* formatPlatform */.Bq)(platform) };
    }
}
function nameOf(base) {
    const { digest: _, ...name } = base;
    return (0,oci_reference.formatReference)(name);
}
function noPlatform(which, base, platform) {
    const where = which === 'new' ? ` ${base.store.repository}@${base.digest}` : '';
    return (0,rules/* refuse */.TR)('platform', `the ${which} base${where} has no image for ${(0,manifest/* formatPlatform */.Bq)(platform)}`);
}
function describe({ image, from, fromName, newBase, plan }, output) {
    const common = { platform: (0,manifest/* formatPlatform */.Bq)(image.config), from, fromName, to: newBase.manifestDigest };
    if (plan === undefined)
        return common;
    const digests = (layers) => layers.map(({ digest }) => digest);
    const there = new Set(digests(image.manifest.layers));
    const added = digests(plan.baseLayers).filter((digest) => !there.has(digest));
    const isNear = image.store.repository === output.repository;
    const brought = isNear ? added : [...digests(plan.baseLayers), ...digests(plan.applicationLayers)];
    const work = {
        kept: [...digests(plan.baseLayers).filter((digest) => there.has(digest)), ...digests(plan.applicationLayers)],
        ...{ removed: digests(plan.removedLayers), added, changes: plan.changes },
        requests: new Set(brought).size + 3,
        bytes: plan.configBytes.length + plan.manifestBytes.length,
    };
    return { ...common, work };
}
/** All of them, awaited to the end: nothing goes on behind the back of whoever gave up. */
async function settle(work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}


/***/ }),

/***/ 549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ refuseLayers),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   US: () => (/* binding */ refusePlatform),
/* harmony export */   bz: () => (/* binding */ refuseConsent),
/* harmony export */   eW: () => (/* binding */ refuseDiffIds),
/* harmony export */   re: () => (/* binding */ refuseForeign)
/* harmony export */ });
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7535);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(261);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7122);
/* harmony import */ var _bring_layers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7576);




const rebuild = 'Rebuild the image on the new base instead, with bake';
function refuse(rule, why, advice = rebuild) {
    return { kind: 'refuse', rule, why, advice };
}
/** The image itself says that it may be done: in its config, or in its manifest. */
function refuseConsent({ config, manifest }) {
    const said = [config.config?.Labels, manifest.annotations];
    if (_oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .rebasableLabels */ .hG.some((label) => said.some((where) => where?.[label] === 'true')))
        return undefined;
    return refuse('consent', `the image does not declare that it may be rebased: the label ${_oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .rebasableLabels */ .hG[0]} is not true`, `Set the label, or the annotation of that name, when nothing in the image was compiled against the base. Else: ${rebuild.toLowerCase()}`);
}
function refusePlatform(image, base) {
    const advice = 'Name a base of the same platform';
    if (!(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .samePlatform */ .my)(base, image)) {
        return refuse('platform', `the image is for ${(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(image)}, the base for ${(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(base)}`, advice);
    }
    const [wanted, found] = [image, base].map(windowsBuild);
    if (wanted === found)
        return undefined;
    return refuse('platform', `the image is for build ${wanted} of Windows, the base for ${found}`, advice);
}
/** The base's layers are the first of the image's, in order. */
function refuseLayers(image, base, baseName) {
    const differing = base.layers.findIndex((layer, i) => image.layers[i]?.digest !== layer.digest);
    if (differing < 0)
        return undefined;
    const [of, missing] = [`layer ${differing + 1} of the old base ${baseName}`, image.layers[differing] === undefined];
    return refuse('layers', missing ? `the image has no ${of}: it has fewer layers` : `${of} is not layer ${differing + 1} of the image`);
}
/** Image and base say the same about what is in those layers. */
function refuseDiffIds(image, base, baseName) {
    const lying = base.rootfs.diff_ids.findIndex((diffId, i) => image.rootfs.diff_ids[i] !== diffId);
    if (lying < 0)
        return undefined;
    return refuse('diff-ids', `the image and its base ${baseName} disagree about the content of layer ${lying + 1}`);
}
/** What the new image consists of may be stored where it goes. */
function refuseForeign(image, base) {
    const foreign = [...base.layers, ...image.layers].find((layer) => !(0,_bring_layers_js__WEBPACK_IMPORTED_MODULE_3__/* .isDistributable */ .bq)(layer));
    if (foreign === undefined)
        return undefined;
    return refuse('distributable', `the layer ${foreign.digest} may not be distributed (${foreign.mediaType})`, 'Choose a base whose layers all lie in its registry');
}
/**
 * A Windows container runs on the build of Windows that it was made for: `10.0.20348` of `10.0.20348.2113`, whose last part
 * counts the patches.
 */
function windowsBuild(config) {
    const version = config.os === 'windows' ? config['os.version'] : undefined;
    return typeof version === 'string' ? version.split('.').slice(0, 3).join('.') : undefined;
}


/***/ }),

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ splitEnv),
/* harmony export */   IP: () => (/* binding */ sorted)
/* harmony export */ });
/* unused harmony exports applySettings, namesOf, parsePairs, parseCommand */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(261);


/** The base's settings with the bake's over them, and the label that allows a rebase unless the bake says otherwise. */
function applySettings(base, settings) {
    const { entrypoint, cmd, user, workdir, stopSignal, healthcheck } = settings;
    const inherited = Object.fromEntries(Object.entries(base).filter(([, value]) => value !== null));
    if (entrypoint !== undefined)
        delete inherited.Cmd;
    const env = mergeEnv(base.Env ?? [], settings.env);
    const ports = { ...base.ExposedPorts, ...Object.fromEntries(settings.expose.map((port) => [parsePort(port), {}])) };
    const volumes = Object.fromEntries((settings.volumes ?? []).map((path) => [parseVolume(path), {}]));
    return {
        ...inherited,
        ...(entrypoint !== undefined && { Entrypoint: [...entrypoint] }),
        ...(cmd !== undefined && { Cmd: [...cmd] }),
        ...(user !== undefined && { User: parseUser(user) }),
        ...(workdir !== undefined && { WorkingDir: workdir }),
        ...(env.length > 0 && { Env: env }),
        ...(Object.keys(ports).length > 0 && { ExposedPorts: sorted(ports) }),
        ...(Object.keys(volumes).length > 0 && { Volumes: sorted({ ...volumesOf(base), ...volumes }) }),
        ...(stopSignal !== undefined && { StopSignal: parseSignal(stopSignal) }),
        ...(healthcheck !== undefined && { Healthcheck: dockerHealthcheck(healthcheck) }),
        Labels: sorted({ ...base.Labels, [rebasableLabels[0]]: 'true', ...settings.labels }),
    };
}
/** Names of the settings that a bake changes, for the image's history; never their values. */
function namesOf(settings) {
    return Object.entries(settings)
        .filter(([, value]) => value !== undefined && Object.keys(value).length > 0)
        .map(([name]) => name)
        .sort();
}
/**
 * `K=V` entries as a record.
 *
 * @throws IngotError `invalid-input`
 */
function parsePairs(entries, what) {
    return Object.fromEntries(entries.map((entry) => {
        const equals = entry.indexOf('=');
        if (equals > 0)
            return [entry.slice(0, equals), entry.slice(equals + 1)];
        throw new IngotError('invalid-input', `Cannot read the ${what} ${JSON.stringify(entry)}: it is not K=V`);
    }));
}
/**
 * A command in exec form: a JSON array of strings.
 *
 * @throws IngotError `invalid-input`
 */
function parseCommand(text, what) {
    try {
        const value = JSON.parse(text);
        if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
            return value;
    }
    catch {
        // not JSON: said below
    }
    throw new IngotError('invalid-input', `The ${what} ${JSON.stringify(text)} is not a JSON array of strings`, {
        advice: `Write it as in '["node", "/app/server.js"]'`,
    });
}
function sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function splitEnv(entry) {
    const equals = entry.indexOf('=');
    return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
}
function mergeEnv(base, own) {
    const merged = new Map([...base.map(splitEnv), ...Object.entries(own)]);
    return [...merged].map(([key, value]) => `${key}=${value}`);
}
function parsePort(text) {
    const match = /^(\d{1,5})(?:\/(tcp|udp|sctp))?$/.exec(text);
    const port = Number(match?.[1]);
    if (match !== null && port >= 1 && port <= 65_535)
        return `${port}/${match[2] ?? 'tcp'}`;
    throw new IngotError('invalid-input', `Cannot expose ${JSON.stringify(text)}: write a port, e.g. 8080 or 53/udp`);
}
/** OCI has no health check: this is Docker's field, which Docker and Podman read from OCI images as well. */
function dockerHealthcheck(check) {
    const nanoseconds = (milliseconds) => milliseconds && milliseconds * 1_000_000;
    const fields = {
        Test: [...check.test],
        Interval: nanoseconds(check.intervalMilliseconds),
        Timeout: nanoseconds(check.timeoutMilliseconds),
        StartPeriod: nanoseconds(check.startPeriodMilliseconds),
        StartInterval: nanoseconds(check.startIntervalMilliseconds),
        Retries: check.retries,
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
function volumesOf({ Volumes }) {
    return typeof Volumes === 'object' && Volumes !== null ? { ...Volumes } : {};
}
function parseVolume(path) {
    if (path.startsWith('/') && !path.split('/').includes('..'))
        return path;
    throw new IngotError('invalid-input', `The volume ${JSON.stringify(path)} is not an absolute path in the image`);
}
function parseSignal(text) {
    if (/^(SIG[A-Z][A-Z0-9+-]{1,12}|[1-9]\d?)$/.test(text))
        return text;
    throw new IngotError('invalid-input', `The stop signal ${JSON.stringify(text)} is none`, {
        advice: 'Write a name such as SIGTERM or SIGRTMIN+3, or a number',
    });
}
function parseUser(text) {
    if (/^[^:\s/]+(:[^:\s/]+)?$/.test(text))
        return text;
    throw new IngotError('invalid-input', `The user ${JSON.stringify(text)} is not a name or uid[:gid]`);
}


/***/ }),

/***/ 2218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatBytes: () => (/* binding */ formatBytes)
/* harmony export */ });
/** `12.3 MB`, decimal as registries bill it. */
function formatBytes(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = -1;
    while (value >= 999.95 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${value.toFixed(1)} ${units[unit]}`;
}


/***/ })

};
