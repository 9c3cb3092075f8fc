export const id = 2060;
export const ids = [2060,2218];
export const modules = {

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


/***/ }),

/***/ 2060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copyImage: () => (/* reexport */ copyImage),
  copyReference: () => (/* reexport */ copyReference),
  openStore: () => (/* reexport */ registry_open/* openStore */.C),
  readCredentials: () => (/* reexport */ credentials/* readCredentials */.L)
});

;// CONCATENATED MODULE: ./lib/registry/bounded.js
/** Works on every item, at most `atOnce` at a time. After a failure nothing new is begun, and what runs is waited for. */
async function forEach(items, atOnce, work) {
    const queue = items.values();
    let failure;
    const run = async () => {
        for (const item of queue) {
            if (failure !== undefined)
                return;
            await work(item).catch((error) => {
                failure ??= { error };
            });
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run));
    if (failure !== undefined)
        throw failure.error;
}

// EXTERNAL MODULE: ./lib/oci/bytes.js
var oci_bytes = __webpack_require__(2218);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/registry/copy-progress.js


const everyMilliseconds = 2000;
/** How far the blobs of a copy have come, for people. */
class CopyProgress {
    #listener;
    #blobs;
    #begun = performance.now();
    #last = performance.now();
    #done = 0;
    #bytesDone = 0;
    #bytesMoved = 0;
    constructor(blobs, listener) {
        this.#listener = listener;
        this.#blobs = { count: blobs.length, bytes: blobs.reduce((sum, { size }) => sum + size, 0) };
    }
    /** Bytes that were read on their way to the destination. */
    moved(bytes) {
        this.#bytesMoved += bytes;
        const now = performance.now();
        if (now - this.#last < everyMilliseconds)
            return;
        this.#last = now;
        const perSecond = Math.round((this.#bytesMoved * 1000) / (now - this.#begun));
        const { count, bytes: total } = this.#blobs;
        const done = `${this.#done} of ${count} blobs`;
        const amount = `${(0,oci_bytes.formatBytes)(this.#bytesMoved)} moved of at most ${(0,oci_bytes.formatBytes)(total - this.#bytesDone)}`;
        this.#listener.progress?.(`${done}, ${amount}, ${(0,oci_bytes.formatBytes)(perSecond)}/s`);
    }
    done({ digest, size }, how) {
        this.#done += 1;
        if (how !== 'copied')
            this.#bytesDone += size;
        this.#listener.log?.(`blob ${(0,oci_digest.shortDigest)(digest)} ${(0,oci_bytes.formatBytes)(size)} ${how}`);
    }
}

// EXTERNAL MODULE: ./lib/registry/refusal.js
var refusal = __webpack_require__(70827);
;// CONCATENATED MODULE: ./lib/registry/copy-blobs.js



const blobsAtOnce = 8;
const blobAttempts = 3;
/** Makes blobs of one repository available in another: mounted where that is possible, else streamed. */
async function copyBlobs(blobs, options) {
    const progress = new CopyProgress(blobs, options);
    await forEach(blobs, blobsAtOnce, (blob) => copyBlob(blob, options, progress));
}
async function copyBlob(blob, options, progress) {
    const { from, to, signal, log } = options;
    const call = signal === undefined ? {} : { signal };
    for (let attempt = 1;; attempt += 1) {
        try {
            if (await to.mountBlob(blob, from, call))
                return progress.done(blob, areNear(from, to) ? 'mounted' : 'there already');
            const open = () => counted(from.readBlob(blob, call), progress);
            await to.writeBlob({ descriptor: blob, open, isVerified: true }, call);
            return progress.done(blob, 'copied');
        }
        catch (error) {
            // A stream that broke off on either side is begun again, from the first byte.
            if (attempt === blobAttempts || !(0,refusal/* isPassing */.WG)(error))
                throw error;
            log?.(`Trying again: ${error.message}`);
        }
    }
}
async function* counted(source, progress) {
    for await (const chunk of source) {
        progress.moved(chunk.byteLength);
        yield chunk;
    }
}
/** Whether blobs can be handed over without moving their bytes. */
function areNear(from, to) {
    const place = ({ repository }) => (repository.startsWith('oci:') ? 'oci:' : repository.split('/')[0]);
    return place(from) === place(to);
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/registry/described.js
var registry_described = __webpack_require__(72404);
;// CONCATENATED MODULE: ./lib/registry/copy-graph.js




const manifestsAtOnce = 8;
const maximumManifests = 10_000;
/** The manifests of a repository that hang together, each read once. */
class ManifestGraph {
    #from;
    #call;
    #parts = new Map();
    constructor(from, call) {
        this.#from = from;
        this.#call = call;
    }
    has(digest) {
        return this.#parts.has(digest);
    }
    /**
     * A manifest and all below it.
     *
     * @returns undefined when the repository has no such manifest
     * @throws IngotError `not-found` when it names one that is not there, `unsupported` for a kind whose parts are not known
     */
    read(digest, known) {
        const begun = this.#parts.get(digest);
        if (begun !== undefined)
            return begun;
        if (this.#parts.size >= maximumManifests) {
            const message = `More than ${maximumManifests} manifests of ${this.#from.repository} hang together: they are not copied`;
            throw new errors/* IngotError */.se('size-exceeded', message);
        }
        const reading = this.#read(digest, known);
        this.#parts.set(digest, reading);
        return reading;
    }
    /** A part and all below it that was read, lower ones first. */
    async below(part) {
        const found = new Map();
        const visit = async (one) => {
            if (found.has(one.stored.descriptor.digest))
                return;
            found.set(one.stored.descriptor.digest, one);
            for (const { digest } of one.described.children) {
                const child = await this.#parts.get(digest);
                if (child !== undefined)
                    await visit(child);
            }
        };
        await visit(part);
        return [...found.values()].sort((a, b) => a.height - b.height);
    }
    async #read(digest, known) {
        const { repository } = this.#from;
        const stored = known ?? (await this.#from.readManifest(digest, this.#call));
        if (stored === undefined)
            return undefined;
        const { mediaType } = stored.descriptor;
        if (!isManifest(mediaType)) {
            const message = `${repository}@${digest} is ${mediaType}: its parts are not known, so it cannot be copied whole`;
            throw new errors/* IngotError */.se('unsupported', message, { advice: 'Build or push it again as an OCI image or artifact' });
        }
        const described = (0,registry_described/* describe */.q0)(stored.bytes, mediaType, `${repository}@${digest}`);
        const children = described.children.filter((child) => isManifest(child.mediaType));
        const leaves = described.children.filter((child) => !isManifest(child.mediaType));
        let height = 0;
        await forEach(children, manifestsAtOnce, async (child) => {
            const part = await this.read(child.digest);
            if (part === undefined)
                throw absent(repository, child.digest, digest);
            height = Math.max(height, part.height + 1);
        });
        return { stored, described: { ...described, children, blobs: [...described.blobs, ...leaves] }, height };
    }
}
function absent(repository, digest, parent) {
    const named = parent === undefined ? '' : `, which ${parent} names`;
    return new errors/* IngotError */.se('not-found', `There is no manifest ${digest} in ${repository}${named}`, {
        ...(parent !== undefined && { advice: 'The image was copied or pruned only in part: copy or bake it again' }),
    });
}
/** Blobs that lie in the repository, each once, the largest first; those that lie elsewhere by their own say are left out. */
function blobsOf(parts) {
    const all = parts.flatMap(({ described }) => described.blobs).filter((blob) => !isForeign(blob));
    return [...new Map(all.map((blob) => [blob.digest, blob])).values()].sort((a, b) => b.size - a.size);
}
/**
 * A layer that may not be distributed, and that clients fetch from the addresses in its descriptor.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
 */
function isForeign({ mediaType, urls }) {
    const isMarked = mediaType.includes('.foreign.') || mediaType.includes('nondistributable');
    return isMarked && Array.isArray(urls) && urls.length > 0;
}
function isManifest(mediaType) {
    return media_types.indexTypes.includes(mediaType) || media_types/* manifestTypes */.Fm.includes(mediaType);
}

;// CONCATENATED MODULE: ./lib/registry/copy-referrers.js



const subjectsAtOnce = 8;
const cosignEndings = ['sig', 'att', 'sbom'];
/**
 * What refers to these manifests, and what refers to that, until nothing new turns up; also what cosign 1 and 2 keep under the
 * tags `sha256-<hex>.sig`, `.att` and `.sbom`.
 */
async function findEvidence(from, graph, subjects, options) {
    const { signal, log } = options;
    const call = signal === undefined ? {} : { signal };
    const tags = new Set(await tagsOf(from, options));
    const found = [];
    const asked = new Set();
    let frontier = subjects;
    for (let round = 1; frontier.length > 0; round += 1) {
        const next = [];
        const take = async (digest, subject, tag) => {
            if (tag === undefined && graph.has(digest))
                return;
            const part = await graph.read(digest);
            const refers = tag !== undefined || part?.described.subject === subject;
            if (part !== undefined && refers) {
                next.push({ parts: await graph.below(part), round, ...(tag !== undefined && { tag }) });
                return;
            }
            const why = part === undefined ? `is not in ${from.repository}` : 'refers to something else';
            log?.(`${digest} is listed as a referrer of ${subject}, but ${why}: left out`);
        };
        await forEach(frontier, subjectsAtOnce, async ({ stored }) => {
            const subject = stored.descriptor.digest;
            asked.add(subject);
            for (const { digest } of await from.referrers(subject, call))
                await take(digest, subject);
            for (const ending of cosignEndings) {
                const tag = `sha256-${(0,oci_digest/* hexOf */.Z)(subject)}.${ending}`;
                const named = tags.has(tag) ? await from.readManifest({ tag }, call) : undefined;
                if (named !== undefined)
                    await take(named.descriptor.digest, subject, tag);
            }
        });
        found.push(...next);
        const reached = new Set(next.flatMap(({ parts }) => parts));
        frontier = [...reached].filter(({ stored }) => !asked.has(stored.descriptor.digest));
    }
    return found;
}
/** Some registries let nobody list tags: then there is no telling. */
async function tagsOf(from, { signal, log }) {
    try {
        return await from.tags(signal === undefined ? {} : { signal });
    }
    catch (error) {
        const isDenied = error instanceof errors/* IngotError */.se && ['unauthorized', 'unsupported', 'not-found'].includes(error.reason);
        if (!isDenied)
            throw error;
        log?.(`The tags of ${from.repository} cannot be listed: signatures that cosign keeps under tags are not looked for`);
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/registry/copy.js




const copy_manifestsAtOnce = 8;
/**
 * Copies an image, or an index with all its images, byte for byte: the digest stays. Blobs go first, then the manifests
 * that need them, then what refers to those, the tags last: whoever sees a tag can pull all that is behind it, and finds it
 * signed. Within one repository nothing moves but the tags.
 *
 * @param known the manifest of `digest`, when it has been read already, or is an index that is made for the destination
 * @throws IngotError `not-found` when the source lacks the manifest or a part of it
 */
async function copyImage(options, known) {
    const { from, to, digest, tags = [], signal } = options;
    if (from.repository !== to.repository)
        return carryOut(await planCopy(options, known), options);
    const stored = known ?? (await from.readManifest(digest, signal && { signal }));
    if (stored === undefined)
        throw absent(from.repository, digest);
    return write(stored, to, tags, signal);
}
/** Reads what would be copied, and writes nothing. @throws IngotError as `copyImage` */
async function planCopy(options, known) {
    const { from, digest, withReferrers = false, signal, log } = options;
    const call = signal === undefined ? {} : { signal };
    const graph = new ManifestGraph(from, call);
    const root = await graph.read(digest, known);
    if (root === undefined)
        throw absent(from.repository, digest);
    const images = await graph.below(root);
    const evidence = withReferrers ? await findEvidence(from, graph, images, { ...call, log }) : [];
    return { root, images, evidence, blobs: blobsOf([...images, ...evidence.flatMap(({ parts }) => parts)]) };
}
async function carryOut(plan, options) {
    const { from, to, tags = [], signal, log } = options;
    const { root, images, evidence, blobs } = plan;
    const more = evidence.length === 0 ? '' : `, evidence ${evidence.length}`;
    log?.(`${from.repository} → ${to.repository}: manifests ${images.length}, blobs ${blobs.length}${more}`);
    await copyBlobs(blobs, options);
    await writeParts(images.slice(0, -1), options);
    if (evidence.length === 0)
        return write(root.stored, to, tags, signal);
    const written = await write(root.stored, to, [], signal);
    await writeEvidence(evidence, options);
    return tags.length === 0 ? written : write(root.stored, to, tags, signal);
}
async function writeEvidence(evidence, options) {
    const { to, signal } = options;
    for (const round of new Set(evidence.map((one) => one.round))) {
        const about = evidence.filter((one) => one.round === round);
        await forEach(about, copy_manifestsAtOnce, async ({ parts, tag }) => {
            await writeParts(parts.slice(0, -1), options);
            const [own] = parts.slice(-1);
            if (own !== undefined)
                await write(own.stored, to, tag === undefined ? [] : [tag], signal);
        });
    }
}
/** Those of one height side by side: they do not need each other. */
async function writeParts(parts, { to, signal }) {
    const heights = [...new Set(parts.map(({ height }) => height))];
    for (const height of heights) {
        const generation = parts.filter((part) => part.height === height);
        await forEach(generation, copy_manifestsAtOnce, async ({ stored }) => {
            await write(stored, to, [], signal);
        });
    }
}
function write({ bytes, descriptor }, to, tags, signal) {
    return to.writeManifest(bytes, descriptor.mediaType, { tags, ...(signal && { signal }) });
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(23940);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(17535);
// EXTERNAL MODULE: ./lib/oci/platform.js
var oci_platform = __webpack_require__(17122);
;// CONCATENATED MODULE: ./lib/registry/copy-platforms.js





/** How BuildKit says which image of the index an attestation manifest is about. */
const attestationOf = 'vnd.docker.reference.digest';
/**
 * What is left of an index for these platforms: the manifest itself of a single one; of several a smaller index, with the
 * attestation manifests of what is kept; the same bytes when nothing falls away.
 *
 * @param platforms `os/architecture[/variant]`; without a variant, every one of that architecture
 * @throws IngotError `not-found`, naming the platforms that there are
 */
function selectPlatforms(index, platforms, from) {
    const { manifests, ...rest } = (0,manifest.parseIndex)(index.bytes, from);
    const images = manifests.filter(({ platform }) => (0,oci_platform/* isRealPlatform */.K$)(platform));
    const serving = (wanted) => images.filter(({ platform }) => platform !== undefined && (0,oci_platform/* servesPlatform */.G5)(platform, wanted));
    for (const wanted of platforms) {
        if (serving(wanted).length > 0)
            continue;
        throw noPlatform(from, wanted, images.map(({ platform }) => (platform ? (0,manifest.formatPlatform)(platform) : '')));
    }
    const kept = new Set(platforms.flatMap(serving).map(({ digest }) => digest));
    const [only] = kept;
    if (kept.size === 1 && only !== undefined && images.length > 1)
        return { kind: 'manifest', digest: only };
    const left = manifests.filter(({ digest, annotations }) => {
        return kept.has(digest) || [...kept].some((image) => image === annotations?.[attestationOf]);
    });
    if (left.length === manifests.length)
        return { kind: 'index', stored: index };
    const bytes = (0,manifest/* encodeJson */.Pr)({ ...rest, manifests: left });
    const descriptor = { mediaType: index.descriptor.mediaType, digest: (0,oci_digest/* digestOf */.o)(bytes), size: bytes.length };
    return { kind: 'index', stored: { descriptor, bytes } };
}
/** A manifest that is no index has one platform: it has to be among those that are asked for. */
async function checkPlatform(from, stored, platforms, call) {
    const name = `${from.repository}@${stored.descriptor.digest}`;
    const { config } = (0,manifest/* parseManifest */.Ng)(stored.bytes, name);
    if (config.size > manifest/* maximumManifestBytes */.ns) {
        throw new errors/* IngotError */.se('size-exceeded', `The config of ${name} claims ${config.size} bytes`);
    }
    const parts = [];
    for await (const part of from.readBlob(config, call))
        parts.push(part);
    const platform = (0,manifest/* parseImageConfig */.FB)(Buffer.concat(parts), name);
    const [wanted = ''] = platforms;
    if (!platforms.some((one) => (0,oci_platform/* servesPlatform */.G5)(platform, one)))
        throw noPlatform(name, wanted, [(0,manifest.formatPlatform)(platform)]);
}
function isIndex({ descriptor }) {
    return media_types.indexTypes.includes(descriptor.mediaType);
}
/** @throws IngotError `invalid-input` for what is no platform, before anything is asked of a registry */
function checkPlatformNames(platforms) {
    for (const platform of platforms)
        (0,oci_platform/* parsePlatform */.FL)(platform);
}
function noPlatform(from, wanted, known) {
    return new errors/* IngotError */.se('not-found', `${from} has no image for ${wanted}: it has ${known.join(', ') || 'none'}`, {
        advice: 'Ask for one of these platforms, or build the missing one',
    });
}

;// CONCATENATED MODULE: ./lib/registry/copy-preview.js


const looksAtOnce = 8;
/** Asks the destination what it has; writes nothing. */
async function previewCopy(plan, from, to, signal) {
    const isNear = areNear(from, to);
    const missing = [];
    await forEach(plan.blobs, looksAtOnce, async (blob) => {
        if (!(await to.hasBlob(blob.digest, signal && { signal })))
            missing.push(blob);
    });
    const manifests = [...plan.images, ...plan.evidence.flatMap(({ parts }) => parts)];
    const manifestBytes = manifests.reduce((sum, { stored }) => sum + stored.bytes.length, 0);
    const blobBytes = isNear ? 0 : missing.reduce((sum, { size }) => sum + size, 0);
    const there = plan.blobs.length - missing.length;
    const [mounted, sent] = isNear ? [missing.length, 0] : [0, missing.length];
    return { manifests: manifests.length, blobs: { there, mounted, sent }, bytes: manifestBytes + blobBytes };
}

// EXTERNAL MODULE: ./lib/registry/open.js + 19 modules
var registry_open = __webpack_require__(11627);
;// CONCATENATED MODULE: ./lib/registry/copy-reference.js







/** Copies what one reference names to where another points. @throws IngotError `not-found`, `invalid-input` */
async function copyReference(options) {
    const { platforms = [], signal, dryRun = false } = options;
    checkPlatformNames(platforms);
    const call = signal === undefined ? {} : { signal };
    const from = (0,registry_open/* openStore */.C)(options.from, options);
    const to = (0,registry_open/* openStore */.C)(options.to, options);
    const named = await readNamed(from, options.from, call);
    const root = platforms.length === 0 ? named : await copy_reference_select(from, named, platforms, call);
    const { digest } = root.descriptor;
    checkDestination(options, digest);
    if (digest !== named.descriptor.digest)
        options.log?.(`Only ${platforms.join(', ')}: the copy is ${digest}`);
    const { tag } = options.to;
    const copying = { ...options, from, to, digest, tags: tag === undefined ? [] : [tag] };
    const preview = dryRun ? await previewOf(copying, root) : undefined;
    if (!dryRun)
        await copyImage(copying, root);
    return {
        digest,
        image: (0,oci_reference.formatReference)((0,oci_reference.pinned)(options.to, digest)),
        destination: (0,oci_reference.formatReference)({ ...options.to, digest }),
        requests: from.traffic.requests + to.traffic.requests,
        bytesSent: to.traffic.bytesSent,
        ...(preview !== undefined && { preview }),
    };
}
async function previewOf(copying, root) {
    const { from, to, signal } = copying;
    const nothing = { there: 0, mounted: 0, sent: 0 };
    if (from.repository === to.repository)
        return { manifests: 1, blobs: nothing, bytes: root.bytes.length };
    return previewCopy(await planCopy(copying, root), from, to, signal);
}
async function readNamed(from, reference, call) {
    const label = reference.digest ?? (reference.tag === undefined ? undefined : { tag: reference.tag });
    if (label === undefined) {
        throw new errors/* IngotError */.se('invalid-reference', `${(0,oci_reference.formatReference)(reference)} names no image: the tag or digest is missing`);
    }
    const stored = await from.readManifest(label, call);
    if (stored !== undefined)
        return stored;
    throw new errors/* IngotError */.se('not-found', `There is no image ${(0,oci_reference.formatReference)(reference)}`, { advice: await copy_reference_tagsOf(from) });
}
async function copy_reference_select(from, named, platforms, call) {
    if (!isIndex(named)) {
        await checkPlatform(from, named, platforms, call);
        return named;
    }
    const selection = selectPlatforms(named, platforms, `${from.repository}@${named.descriptor.digest}`);
    if (selection.kind === 'index')
        return selection.stored;
    const stored = await from.readManifest(selection.digest, call);
    if (stored === undefined)
        throw absent(from.repository, selection.digest, named.descriptor.digest);
    return stored;
}
function checkDestination({ from, to, platforms = [] }, digest) {
    if (to.digest === undefined || to.digest === digest)
        return;
    const of = platforms.length === 0 ? '' : ` for ${platforms.join(', ')}`;
    const message = `${(0,oci_reference.formatReference)(from)}${of} is ${digest}, so it cannot become ${(0,oci_reference.formatReference)(to)}`;
    throw new errors/* IngotError */.se('invalid-input', message, { advice: 'Leave the digest out of the destination' });
}
async function copy_reference_tagsOf(store) {
    const tags = await store.tags().catch(() => []);
    if (tags.length === 0)
        return `There are no tags in ${store.repository}`;
    return `The tags here are ${tags.slice(-20).join(', ')}`;
}

// EXTERNAL MODULE: ./lib/registry/credentials.js + 1 modules
var credentials = __webpack_require__(96945);
;// CONCATENATED MODULE: ./lib/registry/index.js






/***/ })

};
