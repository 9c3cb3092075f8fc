export const id = 556;
export const ids = [556];
export const modules = {

/***/ 4556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  defaultChecks: () => (/* reexport */ defaultChecks),
  defaultVmChecks: () => (/* reexport */ defaultVmChecks),
  toJUnit: () => (/* reexport */ toJUnit),
  toMarkdown: () => (/* reexport */ toMarkdown),
  toTestResult: () => (/* reexport */ toTestResult),
  validateImage: () => (/* reexport */ validateImage)
});

// UNUSED EXPORTS: nameCheck

;// CONCATENATED MODULE: ./lib/validate/checks.js
/** What Debian, Ubuntu, Fedora and Alpine ship setuid or setgid in their base images. */
const distributionSetuid = [
    ...[
        'chage',
        'chfn',
        'chsh',
        'expiry',
        'gpasswd',
        'mount',
        'newgrp',
        'passwd',
        'su',
        'umount',
        'wall',
        'write',
    ].flatMap((name) => [`/bin/${name}`, `/usr/bin/${name}`]),
    ...['pam_extrausers_chkpwd', 'pam_timestamp_check', 'unix_chkpwd'].flatMap((name) => [
        `/sbin/${name}`,
        `/usr/sbin/${name}`,
    ]),
    '/bin/bbsuid',
];
/** What is checked when nothing is configured: coherence, and no setuid or setgid file but those of the distributions. */
const defaultChecks = [{ kind: 'coherence' }, { kind: 'setuid', allow: distributionSetuid }];
/** Of a VM image. */
const defaultVmChecks = [{ kind: 'coherence' }];
/** What a check is called in reports. */
function nameCheck(check) {
    switch (check.kind) {
        case 'file':
        case 'http':
            return `${check.kind} ${check.path}`;
        default:
            return check.kind;
    }
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/validate/report.js

/**
 * The predicate of an in-toto test-result statement. What could not be checked is counted with what failed: the
 * specification knows no third verdict, and nothing unknown may read as passed.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/predicates/test-result.md
 */
function toTestResult({ verdict, results }, checks) {
    const named = (wanted) => results.filter(wanted).map(({ check }) => check);
    return {
        result: verdict === 'pass' ? 'PASSED' : 'FAILED',
        configuration: [{ name: 'checks', digest: { sha256: (0,oci_digest/* hexOf */.ZD)((0,oci_digest/* digestOf */.ol)(JSON.stringify(checks))) } }],
        passedTests: named((result) => result.verdict === 'pass'),
        warnedTests: [],
        failedTests: named((result) => result.verdict !== 'pass'),
    };
}
/** JUnit XML, as test reporters read it. */
function toJUnit({ digest, results }) {
    const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
    const seconds = results.reduce((sum, result) => sum + (result.seconds ?? 0), 0);
    const totals = `tests="${results.length}" failures="${count('fail')}" errors="${count('error')}" time="${seconds.toFixed(3)}"`;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites ${totals}>`,
        `  <testsuite name=${quoted(digest)} ${totals}>`,
        ...results.map(toTestCase),
        '  </testsuite>',
        '</testsuites>',
        '',
    ].join('\n');
}
/** A table for the job summary. */
function toMarkdown({ verdict, digest, results }) {
    const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
    const rows = results.map((result) => `| ${result.verdict} | ${cell(result.check)} | ${cell(result.message)} |`);
    return [
        `### Validation: ${verdict}`,
        '',
        `\`${digest}\``,
        '',
        '| verdict | check | found |',
        '|---|---|---|',
        ...rows,
        '',
    ].join('\n');
}
function toTestCase({ check, verdict, message, seconds = 0 }) {
    const open = `    <testcase classname="ingot.validate" name=${quoted(check)} time="${seconds.toFixed(3)}"`;
    if (verdict === 'pass')
        return `${open}/>`;
    const element = verdict === 'fail' ? 'failure' : 'error';
    return `${open}><${element} message=${quoted(message)}/></testcase>`;
}
/** An attribute's value. Characters that XML 1.0 cannot hold at all become U+FFFD. */
function quoted(text) {
    const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
    const escaped = legal.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.codePointAt(0)};`);
    return `"${escaped}"`;
}

// EXTERNAL MODULE: ./lib/image/index.js + 15 modules
var lib_image = __webpack_require__(8493);
// EXTERNAL MODULE: ./lib/oci/reference.js
var reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/oci/vm-image.js
var vm_image = __webpack_require__(8180);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/validate/http.js



const maximumBodyBytes = 1024 * 1024; // 1 MiB
const retryMilliseconds = 50;
/** Starts the service once for all `checks`, which share a port, and asks each; the service is gone when this returns. */
async function runHttpChecks(image, checks, launch, signal) {
    if (launch === undefined)
        return checks.map(() => error('services cannot be started here'));
    const port = checks[0]?.port;
    const within = Math.max(...checks.map((check) => check.withinMilliseconds));
    let service;
    try {
        service = await launch(image, {
            startMilliseconds: within,
            ...(port !== undefined && { port }),
            ...(signal && { signal }),
        });
    }
    catch (thrown) {
        signal?.throwIfAborted();
        const answer = whyNotStarted(thrown);
        return checks.map(() => answer);
    }
    const accepted = Date.now();
    try {
        return await Promise.all(checks.map((check) => ask(service.url, check, accepted + check.withinMilliseconds, signal)));
    }
    finally {
        await service.stop();
    }
}
function whyNotStarted(thrown) {
    if (!(thrown instanceof errors/* IngotError */.se))
        throw thrown;
    const isToBlame = thrown.reason === 'target-failed' || thrown.reason === 'timed-out';
    return isToBlame ? { verdict: 'fail', message: thrown.message } : error(thrown.message);
}
/** Asks until the answer is right or the time is up: services listen before they are ready. */
async function ask(url, check, deadline, signal) {
    const pattern = compile(check.body);
    if (pattern instanceof SyntaxError)
        return error(`the body's pattern is not a regular expression: ${pattern.message}`);
    for (;;) {
        const problem = await attempt(url, check, pattern, deadline, signal);
        signal?.throwIfAborted();
        if (problem === undefined)
            return { verdict: 'pass', message: `GET ${check.path} answers ${check.status}` };
        if (Date.now() + retryMilliseconds >= deadline) {
            return { verdict: 'fail', message: `GET ${check.path} ${problem} (waited ${check.withinMilliseconds} ms)` };
        }
        await (0,promises_.setTimeout)(retryMilliseconds, undefined, { ...(signal && { signal }) });
    }
}
/** One request; what is wrong with its answer, or nothing. A redirect is an answer like any other. */
async function attempt(url, check, pattern, deadline, signal) {
    const timeout = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
    try {
        const answer = await get(new URL(check.path, url), signal ? AbortSignal.any([signal, timeout]) : timeout);
        const body = await readBody(answer);
        if (answer.statusCode !== check.status)
            return `answers ${answer.statusCode}, expected ${check.status}`;
        if (pattern !== undefined && !pattern.test(body))
            return `answers a body that does not match /${check.body}/`;
        return undefined;
    }
    catch (thrown) {
        return timeout.aborted ? 'does not answer in time' : `gets no answer: ${thrown.message}`;
    }
}
/** Each on a connection of its own: one that is kept open would delay the end of a service that stops in good order. */
function get(url, signal) {
    return new Promise((resolve, reject) => {
        (0,external_node_http_.request)(url, { agent: false, signal }, resolve).once('error', reject).end();
    });
}
async function readBody(answer) {
    const chunks = [];
    let total = 0;
    for await (const chunk of answer) {
        chunks.push(chunk);
        total += chunk.length;
        if (total > maximumBodyBytes)
            break;
    }
    return Buffer.concat(chunks).toString('utf8');
}
function compile(body) {
    try {
        return body === undefined ? undefined : new RegExp(body);
    }
    catch (thrown) {
        return thrown;
    }
}
function error(message) {
    return { verdict: 'error', message };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/validate/coherence.js

/**
 * Where an image's configuration contradicts itself or its files, in the ways that stop a container from starting.
 * Commands without a slash are left alone: they are looked up in a PATH that the runtime may change.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties
 */
function incoherences(config, tree) {
    return [
        commandProblem(config, tree),
        workdirProblem(config, tree),
        userProblem(config, tree),
        environmentProblem(config),
    ].filter((problem) => problem !== undefined);
}
function commandProblem({ config }, tree) {
    const [program] = [...(config?.Entrypoint ?? []), ...(config?.Cmd ?? [])];
    if (program === undefined || !program.startsWith('/'))
        return undefined;
    const node = (0,lib_image/* resolvePath */.o1)(tree, program);
    if (node === undefined)
        return `the command ${program} is not in the image`;
    return node.type === 'file' ? undefined : `the command ${program} is a ${node.type}`;
}
function workdirProblem({ config }, tree) {
    const workdir = config?.WorkingDir;
    if (!workdir)
        return undefined;
    if (!workdir.startsWith('/'))
        return `the workdir ${JSON.stringify(workdir)} is not absolute`;
    const node = (0,lib_image/* resolvePath */.o1)(tree, workdir);
    return node === undefined || node.type === 'directory' ? undefined : `the workdir ${workdir} is a ${node.type}`;
}
function userProblem({ config }, tree) {
    const [user, group] = (config?.User ?? '').split(':');
    if (user && !isKnown(user, '/etc/passwd', tree))
        return `the user ${JSON.stringify(user)} is not in /etc/passwd`;
    if (group && !isKnown(group, '/etc/group', tree))
        return `the group ${JSON.stringify(group)} is not in /etc/group`;
    return undefined;
}
function isKnown(name, file, tree) {
    if (/^\d+$/.test(name) || name === 'root')
        return true;
    const lines = (0,lib_image/* resolvePath */.o1)(tree, file)?.content?.toString('utf8').split('\n') ?? [];
    return lines.some((line) => line.startsWith(`${name}:`));
}
function environmentProblem({ config }) {
    const wrong = (config?.Env ?? []).find((entry) => !/^[^=\0]+=/.test(entry));
    return wrong === undefined
        ? undefined
        : `the environment has the entry ${JSON.stringify(wrong)}, which is not NAME=VALUE`;
}

;// CONCATENATED MODULE: ./lib/validate/structure.js



const setuidBits = 0o6000;
const shownPaths = 10;
/** Decides a check on what is there. Pure. */
function judgeStructure(check, subject) {
    switch (check.kind) {
        case 'file':
            return judgeFile(check, subject.tree);
        case 'metadata':
            return judgeMetadata(check, subject.config);
        case 'setuid':
            return judgeSetuid(check, subject.tree);
        case 'size':
            return judgeSize(check, subject.manifest);
        case 'coherence':
            return conclude(incoherences(subject.config, subject.tree), 'configuration and files agree');
    }
}
/** Paths whose content a check looks at. */
function wantedContent(checks) {
    return checks.flatMap((check) => {
        if (check.kind === 'coherence')
            return ['/etc/passwd', '/etc/group'];
        return check.kind === 'file' && check.contains !== undefined ? [check.path] : [];
    });
}
function judgeFile(check, tree) {
    const named = tree.get(check.path.replace(/^\/+/, '')) ?? (0,lib_image/* resolvePath */.o1)(tree, check.path);
    if (check.absent)
        return named ? fail(`there is a ${named.type}, it should be absent`) : pass('absent');
    const node = (0,lib_image/* resolvePath */.o1)(tree, check.path);
    if (node === undefined)
        return fail(named ? 'it is a link that leads nowhere' : 'there is no such file');
    const problems = [modeProblem(check, node), ownerProblem(check, node), contentProblem(check, node)];
    return conclude(problems.filter((problem) => problem !== undefined), `${node.type}, mode ${octal(node.mode)}, owner ${node.uid}:${node.gid}`);
}
function modeProblem({ mode }, node) {
    if (mode === undefined || Number.parseInt(mode, 8) === node.mode)
        return undefined;
    return `its mode is ${octal(node.mode)}, expected ${octal(Number.parseInt(mode, 8))}`;
}
function ownerProblem({ owner }, node) {
    const actual = `${node.uid}:${node.gid}`;
    return owner === undefined || owner === actual ? undefined : `its owner is ${actual}, expected ${owner}`;
}
function contentProblem({ contains }, node) {
    if (contains === undefined)
        return undefined;
    if (node.type !== 'file')
        return `it is a ${node.type}, expected a file that contains ${JSON.stringify(contains)}`;
    return node.content?.includes(contains) ? undefined : `it does not contain ${JSON.stringify(contains)}`;
}
function judgeMetadata(check, { config }) {
    const fields = [
        ['user', check.user, config?.User ?? ''],
        ['entrypoint', check.entrypoint, config?.Entrypoint ?? []],
        ['cmd', check.cmd, config?.Cmd ?? []],
        ['workdir', check.workdir, config?.WorkingDir ?? ''],
        ...Object.entries(check.labels).map(([key, value]) => [
            `label ${key}`,
            value,
            config?.Labels?.[key] ?? null,
        ]),
    ];
    const asked = fields.filter(([, expected]) => expected !== undefined);
    const problems = asked
        .filter(([, expected, actual]) => !(0,external_node_util_.isDeepStrictEqual)(expected, actual))
        .map(([name, expected, actual]) => `${name} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
    return conclude(problems, asked.map(([name]) => name).join(', ') || 'nothing was asked');
}
/** The bits on a directory only pass its group on to new files: files alone gain rights by them. */
function judgeSetuid(check, tree) {
    const allowed = new Set(check.allow);
    const elevated = [...tree.values()].filter(({ type, mode }) => type === 'file' && (mode & setuidBits) !== 0);
    const unexpected = elevated.filter(({ path }) => !allowed.has(`/${path}`));
    const shown = unexpected.slice(0, shownPaths).map(({ path, mode }) => `/${path} (${octal(mode)})`);
    const more = unexpected.length > shown.length ? ` and ${unexpected.length - shown.length} more` : '';
    if (unexpected.length > 0)
        return fail(`${shown.join(', ')}${more} run with the rights of their owner or group`);
    return pass(elevated.length === 0
        ? 'no setuid or setgid files'
        : `${elevated.length} setuid or setgid files, all of them allowed`);
}
function judgeSize({ maximumBytes }, { config, layers }) {
    const total = [config, ...layers].reduce((sum, { size }) => sum + size, 0);
    const found = `${total} bytes compressed`;
    return total <= maximumBytes ? pass(found) : fail(`${found}, at most ${maximumBytes} are allowed`);
}
function conclude(problems, otherwise) {
    return problems.length === 0 ? pass(otherwise) : fail(problems.join('; '));
}
function pass(message) {
    return { verdict: 'pass', message };
}
function fail(message) {
    return { verdict: 'fail', message };
}
function octal(mode) {
    return mode.toString(8).padStart(4, '0');
}

;// CONCATENATED MODULE: ./lib/oci/bytes.js
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

;// CONCATENATED MODULE: ./lib/validate/vm.js





/**
 * Checks of a VM image: its size, and that each disk is what the manifest says of it. What lies inside the file systems of
 * a disk is not read here, so a check on it is an `error`: neither pass nor fail.
 *
 * @throws IngotError what reading a disk throws; one that does not match its digest is no image
 */
async function checkVm(image, check, signal) {
    switch (check.kind) {
        case 'size':
            return judgeStructure(check, { ...image, tree: new Map() });
        case 'coherence':
            return checkDisks(image, signal);
        default:
            return {
                verdict: 'error',
                message: `${nameCheck(check)} cannot be looked at in a VM image: check it in a provisioner, while the machine runs`,
            };
    }
}
async function checkDisks(image, signal) {
    const disks = image.manifest.layers.filter(({ mediaType }) => (0,vm_image/* diskFormatOf */.YQ)(mediaType) !== undefined);
    const problems = [];
    for (const disk of disks)
        problems.push(...problemsOf(disk, await readHeader(image, disk, signal)));
    if (problems.length > 0)
        return { verdict: 'fail', message: problems.join('; ') };
    const isInClouds = image.manifest.layers.some(({ mediaType }) => mediaType === vm_image/* cloudImagesType */.aS);
    const told = disks.map(({ mediaType, size }) => `${(0,vm_image/* diskFormatOf */.YQ)(mediaType)} of ${formatBytes(size)}`);
    const said = [...told, ...(isInClouds ? ['images in a cloud, which are taken by their id'] : [])];
    if (said.length === 0)
        return { verdict: 'fail', message: 'it holds no disk, and names no image in a cloud' };
    return { verdict: 'pass', message: `what it says: ${said.join(', ')}` };
}
function problemsOf({ mediaType, annotations, digest }, found) {
    const format = (0,vm_image/* diskFormatOf */.YQ)(mediaType);
    if (found === undefined || found.format !== format)
        return [`${digest} is called ${format}, and is ${found?.format ?? 'no disk'}`];
    const said = annotations?.[vm_image/* vmAnnotations */.gU.diskVirtualSize];
    const differs = found.virtualBytes !== undefined && said !== undefined && said !== String(found.virtualBytes);
    return [
        ...(found.incomplete === undefined ? [] : [`${digest} is not a whole disk: ${found.incomplete}`]),
        ...(differs ? [`${digest} is said to hold ${said} bytes, and holds ${found.virtualBytes}`] : []),
    ];
}
/** Reads all of a disk, so that its digest is checked too, and keeps both ends. */
async function readHeader(image, disk, signal) {
    let head = Buffer.alloc(0);
    let tail = Buffer.alloc(0);
    for await (const chunk of image.store.readBlob(disk, signal && { signal })) {
        if (head.length < lib_image/* diskHeadBytes */.xq)
            head = Buffer.concat([head, chunk]).subarray(0, lib_image/* diskHeadBytes */.xq);
        tail = Buffer.concat([tail, chunk.subarray(-lib_image/* diskTailBytes */.vt)]).subarray(-lib_image/* diskTailBytes */.vt);
    }
    return (0,lib_image/* describeDisk */.v3)(head, tail, disk.size);
}

;// CONCATENATED MODULE: ./lib/validate/validate.js








/**
 * Checks the exact digest that will ship. Of an index the structure of every platform is looked at; services are
 * started on the platform that this machine can run.
 *
 * @throws IngotError what reading the image throws (a layer that does not match its digest is no failed check, it is no image)
 */
async function validateImage(request) {
    const { image, checks, signal } = request;
    const structure = checks.filter((check) => check.kind !== 'http');
    const running = checks.filter((check) => check.kind === 'http');
    const results = [];
    for (const { one, name } of await eachManifest(image, signal)) {
        signal?.throwIfAborted();
        results.push(...(await checkStructure(one, structure, name, request)));
    }
    results.push(...(await checkRunning(running, request)));
    return { verdict: worst(results), digest: image.digest, results };
}
/** The image itself, or every image of its index, by digest: two of the same platform are two. */
async function eachManifest(image, signal) {
    if (image.index === undefined)
        return [{ one: image }];
    const images = image.index.manifests.filter(({ platform }) => platform === undefined || (0,lib_image/* isRealPlatform */.K$)(platform));
    return Promise.all(images.map(async ({ digest, platform }) => ({
        one: await (0,lib_image.loadImage)(image.store, (0,reference/* pinned */.dp)(image.reference, digest), { signal }),
        name: platform === undefined ? (0,oci_digest/* shortDigest */.VK)(digest) : (0,lib_image/* formatPlatform */.Bq)(platform),
    })));
}
async function checkStructure(image, checks, name, { now = () => performance.now(), signal }) {
    if ((0,vm_image.isVmManifest)(image.manifest)) {
        const results = [];
        for (const check of checks) {
            const started = now();
            const finding = await checkVm(image, check, signal);
            results.push({ check: titleOf(check, name), ...finding, seconds: elapsed(started, now) });
        }
        return results;
    }
    const tree = checks.every(({ kind }) => kind === 'size' || kind === 'metadata')
        ? new Map()
        : await readWanted(image, wantedContent(checks), signal);
    const subject = { manifest: image.manifest, config: image.config, tree };
    return checks.map((check) => {
        const started = now();
        const finding = judgeStructure(check, subject);
        return { check: titleOf(check, name), ...finding, seconds: elapsed(started, now) };
    });
}
function titleOf(check, platform) {
    return [platform, nameCheck(check)].filter(Boolean).join(' ');
}
/** The tree with the content of `paths`. A second pass over the layers is needed only for those that are behind links. */
async function readWanted(image, paths, signal) {
    const options = { ...(signal && { signal }) };
    const literal = new Set(paths.map((path) => path.replace(/^\/+/, '')));
    const tree = await (0,lib_image/* readTree */.Zc)(image, { ...options, keep: (path) => literal.has(path) });
    const targets = new Set(paths.flatMap((path) => (0,lib_image/* resolvePath */.o1)(tree, path) ?? []).map(({ path }) => path));
    const isComplete = [...targets].every((path) => literal.has(path));
    return isComplete ? tree : (0,lib_image/* readTree */.Zc)(image, { ...options, keep: (path) => targets.has(path) });
}
async function checkRunning(checks, request) {
    const { launch, now = () => performance.now(), signal } = request;
    if (checks.length === 0)
        return [];
    const image = await runnable(request);
    const results = [];
    for (const port of new Set(checks.map((check) => check.port))) {
        const together = checks.filter((check) => check.port === port);
        const started = now();
        const answers = typeof image === 'string'
            ? together.map(() => ({ verdict: 'error', message: image }))
            : await runHttpChecks(image, together, launch, signal);
        const seconds = elapsed(started, now);
        results.push(...answers.map((answer, at) => ({ check: nameCheck(together[at]), ...answer, seconds })));
    }
    return results;
}
/** The platform that this machine can start, or why there is none. */
async function runnable({ image, signal }) {
    if ((0,vm_image.isVmManifest)(image.manifest))
        return 'a VM image is not started here';
    const host = (0,lib_image/* hostPlatform */.ol)();
    if (image.index === undefined && (0,lib_image/* servesPlatform */.G5)(image.config, host))
        return image;
    const fits = image.index?.manifests.some(({ platform }) => platform !== undefined && (0,lib_image/* servesPlatform */.G5)(platform, host));
    if (fits)
        return (0,lib_image.loadImage)(image.store, image.reference, { platform: host, signal });
    return `this machine runs ${host}, the image is for ${(0,lib_image/* platformsOf */.Wt)(image).join(', ')}`;
}
function worst(results) {
    const verdicts = results.map(({ verdict }) => verdict);
    if (verdicts.includes('fail'))
        return 'fail';
    return verdicts.length === 0 || verdicts.includes('error') ? 'error' : 'pass';
}
function elapsed(started, now) {
    return Math.round(now() - started) / 1000;
}

;// CONCATENATED MODULE: ./lib/validate/index.js





/***/ })

};
