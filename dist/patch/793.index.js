export const id = 793;
export const ids = [793];
export const modules = {

/***/ 7374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ff: () => (/* binding */ maximumAdvisoryBytes),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rc: () => (/* binding */ parseAdvisory)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6723);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);


const names = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1)).nullish();
const severity = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), score: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).nullish();
const free = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).nullish();
const version = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional();
const event = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ introduced: version, fixed: version, last_affected: version, limit: version })
    .refine((entry) => [entry.introduced, entry.fixed, entry.last_affected, entry.limit].filter(Boolean).length === 1, 'an event holds exactly one of introduced, fixed, last_affected and limit');
const range = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['SEMVER', 'ECOSYSTEM', 'GIT']), events: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(event).min(1) });
const affected = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    package: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ ecosystem: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1) }).nullish(),
    ranges: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(range).nullish(),
    versions: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullish(),
    severity,
    ecosystem_specific: free,
    database_specific: free,
});
const advisory = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9][\w.:-]{0,199}$/, 'is not an advisory id'),
    modified: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$({ offset: true }),
    withdrawn: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$({ offset: true }).nullish(),
    aliases: names,
    upstream: names,
    summary: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    severity,
    affected: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(affected).nullish(),
    database_specific: free,
});
/** No advisory comes near this; what does is not an advisory. */
const maximumAdvisoryBytes = 32 * 1024 * 1024; // 32 MiB
/**
 * One advisory, checked.
 *
 * @param from the file or address it came from, for messages
 * @throws IngotError `unreadable`, naming the file and the first field that is wrong
 */
function parseAdvisory(bytes, from) {
    return parseJson(advisory, bytes, `The advisory ${from}`);
}
/** @throws IngotError `unreadable`, starting with `what` and naming the first field that is wrong */
function parseJson(schema, bytes, what) {
    const fail = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unreadable', `${what} is malformed: ${why}`, {
        advice: 'Fetch the advisories again, or leave this file out',
    });
    let value;
    try {
        value = JSON.parse(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8'));
    }
    catch {
        throw fail('it is not JSON');
    }
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
}


/***/ }),

/***/ 1793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* reexport */ gate),
  osvScanner: () => (/* reexport */ osvScanner)
});

// UNUSED EXPORTS: compareApkVersions, compareDpkgVersions, countBySeverity, describeThreshold, engineVersion, explainDecision, listPackages, matchAdvisories, parseException, readAdvisories, severities, strictest, thresholds, toCycloneDx, toReport, toSarif, toSummary, toVulnsPredicate

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 5 modules
var schemas = __webpack_require__(6723);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/scan/advisories/advisory.js
var advisory = __webpack_require__(7374);
;// CONCATENATED MODULE: ./lib/scan/advisories/directory.js






const maximumFiles = 1_000_000;
const maximumTotalBytes = 8 * 1024 ** 3; // 8 GiB
const filesAtOnce = 16;
const freshnessFile = 'snapshot.json';
const freshness = schemas/* looseObject */._H3({ date: schemas/* union */.KCZ([iso/* datetime */.w$({ offset: true }), iso/* date */.p6()]) });
/**
 * Reads an OSV snapshot: every `*.json` file below the directory is one advisory, as OSV's archives unpack. A file
 * `snapshot.json` with a `date` says when it was taken; without one the newest change counts.
 *
 * @throws IngotError `not-found` when there is no such directory or no advisory in it, `unreadable` naming file and field when
 * one is malformed, `size-exceeded`
 */
async function readAdvisories(directory, options = {}) {
    const files = await listFiles(directory, options.signal);
    const kept = [];
    const identity = (0,external_node_crypto_.createHash)('sha256');
    let newest = '';
    let bytes = 0;
    for (let start = 0; start < files.length; start += filesAtOnce) {
        options.signal?.throwIfAborted();
        const group = await Promise.all(files.slice(start, start + filesAtOnce).map((file) => readOne(directory, file)));
        for (const { advisory, size } of group) {
            bytes += size;
            if (bytes > maximumTotalBytes)
                throw tooLarge(directory, `more than ${maximumTotalBytes} bytes`);
            const modified = new Date(advisory.modified).toISOString();
            if (modified > newest)
                newest = modified;
            identity.update(`${advisory.id} ${modified}\n`);
            if (options.keep?.(advisory) ?? true)
                kept.push(advisory);
        }
        if ((start / filesAtOnce) % 64 === 63)
            options.progress?.(start + group.length);
    }
    return {
        advisories: kept,
        database: {
            uri: 'https://osv.dev',
            updatedAt: (await readFreshness(directory)) ?? newest,
            advisories: files.length,
            version: `sha256:${identity.digest('hex')}`,
        },
    };
}
/** Relative paths, sorted, so that errors and identity do not depend on the disk. Links to directories are not followed. */
async function listFiles(directory, signal) {
    const files = [];
    const folders = [directory];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        signal?.throwIfAborted();
        for (const entry of await directory_open(folder, directory)) {
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (entry.isDirectory())
                folders.push(path);
            else if (entry.name.endsWith('.json'))
                files.push((0,external_node_path_.relative)(directory, path));
        }
        if (files.length > maximumFiles)
            throw tooLarge(directory, `more than ${maximumFiles} files`);
    }
    const advisories = files.filter((file) => file !== freshnessFile);
    if (advisories.length > 0)
        return advisories.sort();
    throw new errors/* IngotError */.se('not-found', `There are no advisories in ${directory}: a scan against nothing would prove nothing`, {
        advice: 'Unpack an OSV archive there: one .json file for each advisory, folders as you like',
    });
}
async function directory_open(folder, directory) {
    return (0,promises_.readdir)(folder, { withFileTypes: true }).catch((cause) => {
        const isMissing = cause.code === 'ENOENT' || cause.code === 'ENOTDIR';
        const why = isMissing ? 'it is not a directory' : cause.message;
        throw new errors/* IngotError */.se(isMissing ? 'not-found' : 'unreadable', `Cannot read the advisories in ${directory}: ${why}`, {
            advice: 'Give --advisories the directory of an OSV snapshot',
            cause,
        });
    });
}
async function readOne(directory, file) {
    const bytes = await readBounded((0,external_node_path_.join)(directory, file), file);
    return { advisory: (0,advisory/* parseAdvisory */.rc)(bytes, file), size: bytes.length };
}
async function readFreshness(directory) {
    const file = (0,external_node_path_.join)(directory, freshnessFile);
    const isThere = await (0,promises_.stat)(file).then(() => true, () => false);
    if (!isThere)
        return undefined;
    const { date } = (0,advisory/* parseJson */.qF)(freshness, await readBounded(file, freshnessFile), `The file ${freshnessFile}`);
    return new Date(date).toISOString();
}
async function readBounded(path, file) {
    try {
        const about = await (0,promises_.stat)(path);
        // A named pipe would keep the scan waiting for ever.
        if (!about.isFile())
            throw new errors/* IngotError */.se('unreadable', `Cannot read the advisory ${file}: it is not a file`);
        const { size } = about;
        if (size > advisory/* maximumAdvisoryBytes */.ff)
            throw tooLarge(file, `${size} bytes, more than ${advisory/* maximumAdvisoryBytes */.ff}`);
        return await (0,promises_.readFile)(path);
    }
    catch (cause) {
        if (cause instanceof errors/* IngotError */.se)
            throw cause;
        const why = cause.message;
        throw new errors/* IngotError */.se('unreadable', `Cannot read the advisory ${(0,external_node_path_.basename)(file)}: ${why}`, { cause });
    }
}
function tooLarge(what, claim) {
    return new errors/* IngotError */.se('size-exceeded', `${what} holds ${claim}: that is no OSV snapshot`);
}

;// CONCATENATED MODULE: ./lib/scan/evidence/sarif.js



const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', unknown: 'note' };
/** Code scanning sorts by a score; a finding without one takes the middle of its severity's band. */
const middles = { critical: 9.5, high: 8, medium: 5.5, low: 2, unknown: 2 };
/**
 * The findings as SARIF, one rule for each vulnerability. The same findings give the same bytes.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
function toSarif(findings, options) {
    const groups = groupById(findings);
    const positions = new Map([...groups.keys()].map((id, position) => [id, position]));
    const rules = [...groups.values()].map(ruleOf);
    const suppressions = suppressionsOf(options.decision);
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'Ingot', semanticVersion: options.version, rules } },
                automationDetails: { id: 'ingot/scan/' },
                columnKind: 'utf16CodeUnits',
                properties: { image: options.image },
                results: findings.map((finding) => ({
                    ...resultOf(finding, options.image),
                    ruleIndex: positions.get(finding.id) ?? -1,
                    ...(suppressions !== undefined && { suppressions: suppressions.get(finding) ?? [] }),
                })),
            },
        ],
    };
}
function groupById(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const group = groups.get(finding.id);
        if (group === undefined)
            groups.set(finding.id, [finding]);
        else
            group.push(finding);
    }
    return groups;
}
function ruleOf(group) {
    const worst = group.reduce((a, b) => (severities.indexOf(b.severity) < severities.indexOf(a.severity) ? b : a));
    const names = worst.aliases.length === 0 ? '' : ` Also known as ${worst.aliases.join(', ')}.`;
    const title = worst.title ?? `${worst.id} in ${worst.package}`;
    const move = `Next: ${nextMove(worst)}.`;
    const score = worst.score ?? middles[worst.severity];
    return {
        id: worst.id,
        name: 'KnownVulnerability',
        shortDescription: { text: title },
        fullDescription: { text: `${title}.${names}` },
        helpUri: addressOf(worst.id),
        help: {
            text: `${title}.${names} ${move} ${addressOf(worst.id)}`,
            markdown: `**${worst.id}**: ${title}.${names}\n\n${move}\n\n[The advisory](${addressOf(worst.id)})`,
        },
        defaultConfiguration: { level: levels[worst.severity] },
        properties: {
            'security-severity': score.toFixed(1),
            precision: 'high',
            tags: ['security', 'vulnerability', worst.severity],
        },
    };
}
function resultOf(finding, image) {
    const fix = finding.fixedVersion === null ? 'has no fix yet' : `is fixed in ${finding.fixedVersion}`;
    const where = `${finding.origin} layer ${finding.layer}`;
    const text = `${finding.package} ${finding.version}: ${finding.id} (${finding.severity}) ${fix}; it came with ${where} of ${image}.`;
    return {
        ruleId: finding.id,
        level: levels[finding.severity],
        message: { text },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: finding.path.split('/').map(encodeURIComponent).join('/') },
                    region: { startLine: 1 },
                },
                logicalLocations: [{ name: finding.package, fullyQualifiedName: finding.purl, kind: 'package' }],
                message: { text: `Image path /${finding.path}` },
            },
        ],
        partialFingerprints: { 'ingotFinding/v1': fingerprint(finding) },
        properties: {
            package: finding.package,
            version: finding.version,
            fixedVersion: finding.fixedVersion,
            layer: finding.layer,
            origin: finding.origin,
        },
    };
}
/** The same for the same vulnerability in the same place, whatever the version or layer: an alert stays one alert. */
function fingerprint(finding) {
    return createHash('sha256').update([finding.id, finding.package, finding.path].join('\n')).digest('hex');
}
function suppressionsOf(decision) {
    if (decision === undefined)
        return undefined;
    return new Map(decision.excepted.map(({ finding, exception }) => [
        finding,
        [
            {
                kind: 'external',
                status: 'accepted',
                justification: `${exception.reason} (until ${exception.until})`,
            },
        ],
    ]));
}
function addressOf(id) {
    return `https://osv.dev/vulnerability/${encodeURIComponent(id)}`;
}

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/scan/exceptions.js

const dayMilliseconds = 24 * 60 * 60 * 1000;
function covers(exception, finding) {
    const isNamed = exception.id === finding.id || finding.aliases.includes(exception.id);
    const scope = exception.package;
    return isNamed && (scope === undefined || scope === finding.package || scope === finding.source);
}
/** Milliseconds from `now` to the end of its last day; negative when it has expired. */
function remaining(exception, now) {
    return Date.parse(`${exception.until}T00:00:00Z`) + dayMilliseconds - now.getTime();
}
/** `CVE-2026-1` or `CVE-2026-1 in zlib1g`, for messages. */
function exceptions_nameException(exception) {
    return exception.package === undefined ? exception.id : `${exception.id} in ${exception.package}`;
}
/**
 * Reads `ID[@PACKAGE]=UNTIL:REASON`.
 *
 * @throws IngotError `invalid-input`
 */
function parseException(text) {
    const match = /^([^@=\s]+)(?:@([^=\s]+))?=(\d{4}-\d{2}-\d{2}):\s*(\S.*)$/s.exec(text);
    const [, id, scope, until, reason] = match ?? [];
    if (id === undefined || until === undefined || reason === undefined || !isDay(until)) {
        throw new IngotError('invalid-input', `Cannot read the exception ${JSON.stringify(text)}`, {
            advice: 'Write ID=YYYY-MM-DD:REASON or ID@PACKAGE=YYYY-MM-DD:REASON; every exception has a last day and a reason',
        });
    }
    return { id, ...(scope !== undefined && { package: scope }), until, reason: reason.trim() };
}
/** A day that exists: 2026-02-30 does not. */
function isDay(text) {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

;// CONCATENATED MODULE: ./lib/scan/finding.js
/** Worst first. */
const finding_severities = ['critical', 'high', 'medium', 'low', 'unknown'];
const thresholds = (/* unused pure expression or super */ null && (['critical', 'high', 'medium', 'low']));
function finding_countBySeverity(findings) {
    const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
    for (const finding of findings)
        counts[finding.severity] += 1;
    return counts;
}
/** Worst first, then what can be fixed, then by name: the order of every report. */
function compareFindings(a, b) {
    return (finding_severities.indexOf(a.severity) - finding_severities.indexOf(b.severity) ||
        (b.score ?? 0) - (a.score ?? 0) ||
        Number(a.fixedVersion === null) - Number(b.fixedVersion === null) ||
        compare(a.package, b.package) ||
        compare(a.id, b.id) ||
        compare(a.path, b.path));
}
/** True when `severity` is at least `threshold`; `unknown` counts as `low`. */
function reaches(severity, threshold) {
    const rank = finding_severities.indexOf(severity === 'unknown' ? 'low' : severity);
    return rank <= finding_severities.indexOf(threshold);
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/scan/gate.js


/** An exception that ends sooner than this is announced. */
const noticeDays = 7;
/**
 * Decides whether an image may ship. Pure: the same findings, policy and time give the same decision. A finding of unknown
 * severity counts as `low`, and is listed in `unrated` when that lets it through.
 *
 * @param now decides which exceptions still apply; one applies through the end of its last day in UTC
 */
function gate(findings, policy, now) {
    const refused = [];
    const excepted = [];
    const tolerated = [];
    for (const finding of findings) {
        if (!isOver(finding, policy)) {
            tolerated.push(finding);
            continue;
        }
        const covering = policy.exceptions.filter((exception) => covers(exception, finding));
        const exception = covering.find((candidate) => remaining(candidate, now) > 0);
        if (exception === undefined)
            refused.push({ finding, expired: covering });
        else
            excepted.push({ finding, exception });
    }
    const unrated = tolerated.filter((finding) => finding.severity === 'unknown');
    const warnings = [...exceptionWarnings(findings, policy, now), ...unratedWarning(unrated)];
    return { verdict: refused.length === 0 ? 'pass' : 'fail', policy, refused, excepted, tolerated, unrated, warnings };
}
/** The stricter of two thresholds, field by field: the lower severity, and only fixable ones when both say so. */
function strictest(a, b) {
    const isLower = severities.indexOf(b.severity) > severities.indexOf(a.severity);
    return { severity: isLower ? b.severity : a.severity, fixableOnly: a.fixableOnly && b.fixableOnly };
}
/** `high and above, fixable only`, for people. */
function gate_describeThreshold(threshold) {
    const reach = threshold.severity === 'critical' ? 'critical' : `${threshold.severity} and above`;
    return threshold.fixableOnly ? `${reach}, fixable only` : reach;
}
function isOver(finding, policy) {
    return reaches(finding.severity, policy.severity) && (!policy.fixableOnly || finding.fixedVersion !== null);
}
function exceptionWarnings(findings, policy, now) {
    return policy.exceptions.flatMap((exception) => {
        const name = `The exception for ${exceptions_nameException(exception)}`;
        if (!findings.some((finding) => covers(exception, finding))) {
            return [`${name} matches nothing: remove it`];
        }
        const left = remaining(exception, now);
        if (left <= 0)
            return [`${name} expired on ${exception.until} and does not apply`];
        return left <= noticeDays * dayMilliseconds ? [`${name} ends on ${exception.until}`] : [];
    });
}
function unratedWarning(unrated) {
    if (unrated.length === 0)
        return [];
    const names = unrated.slice(0, 5).map((finding) => `${finding.id} (${finding.package})`);
    const more = unrated.length > names.length ? ` and ${unrated.length - names.length} more` : '';
    return [`Nobody has rated ${names.join(', ')}${more}: they count as low here`];
}

;// CONCATENATED MODULE: ./lib/scan/evidence/summary.js





const namedInSentence = 3;
const rowsInTable = 20;
/** One sentence or a few: what the gate decided and, when it refused, what to do about the worst findings. */
function explainDecision(decision, image, packages) {
    const threshold = describeThreshold(decision.policy);
    const { refused, excepted } = decision;
    if (decision.verdict === 'pass') {
        const found = decision.tolerated.length + excepted.length;
        const rest = found === 0 ? 'no findings' : `${plural(found, 'finding')} below it or excepted`;
        return `The gate (${threshold}) lets ${image} pass: ${rest} in ${plural(packages, 'package')}`;
    }
    const worst = refused.slice(0, namedInSentence).map(explainRefusal);
    const more = refused.length > worst.length ? `; and ${refused.length - worst.length} more` : '';
    return `The gate (${threshold}) refuses ${image} for ${plural(refused.length, 'finding')}: ${worst.join('; ')}${more}`;
}
function explainRefusal({ finding, expired }) {
    const { id, severity, version, fixedVersion, origin, layer } = finding;
    const fix = fixedVersion === null ? 'not fixed yet' : `fixed in ${fixedVersion}`;
    const where = `from ${origin} layer ${shortDigest(layer)}`;
    const ended = expired.map((exception) => `; its exception for ${nameException(exception)} expired on ${exception.until}`);
    return `${id} (${severity}) in ${finding.package} ${version}, ${fix}, ${where}: ${nextMove(finding)}${ended.join('')}`;
}
/** Markdown for the job summary: the verdict, the counts, the worst findings and what can be done about them. */
function toSummary(scan, decision, image) {
    const counts = countBySeverity(scan.findings);
    const fixable = scan.findings.filter((finding) => finding.fixedVersion !== null).length;
    const verdict = decision.verdict === 'pass' ? 'passed' : 'refused';
    const { database } = scan;
    return [
        `### Scan: the gate ${verdict} ${plain(image)}`,
        '',
        `Gate: ${describeThreshold(decision.policy)}. ${plural(scan.packages.length, 'package')}, ${plural(scan.findings.length, 'finding')}, ${fixable} of them fixable.`,
        '',
        `| ${severities.join(' | ')} |`,
        `|${severities.map(() => '--:|').join('')}`,
        `| ${severities.map((severity) => counts[severity]).join(' | ')} |`,
        ...findingsTable(scan.findings, decision),
        ...listed('Warnings', [...scan.warnings, ...decision.warnings]),
        '',
        `Advisories: ${database.advisories} from ${database.uri}, as of ${database.updatedAt}.`,
        '',
    ].join('\n');
}
function findingsTable(findings, decision) {
    if (findings.length === 0)
        return [];
    const refused = new Set(decision.refused.map(({ finding }) => finding));
    const excepted = new Map(decision.excepted.map(({ finding, exception }) => [finding, exception]));
    const standing = (finding) => {
        const exception = excepted.get(finding);
        if (exception !== undefined)
            return `excepted until ${exception.until}`;
        return refused.has(finding) ? '**refused**' : 'below the gate';
    };
    const ordered = [...findings].sort((a, b) => Number(refused.has(b)) - Number(refused.has(a)));
    const rows = ordered.slice(0, rowsInTable).map((finding) => {
        const cells = [
            finding.id,
            finding.severity,
            `${finding.package} ${finding.version}`,
            finding.fixedVersion ?? 'none yet',
            `${finding.origin} (${shortDigest(finding.layer)})`,
            nextMove(finding),
        ];
        return `| ${[...cells.map(plain), standing(finding)].join(' | ')} |`;
    });
    const more = findings.length > rows.length ? ['', `and ${findings.length - rows.length} more in the report.`] : [];
    return [
        '',
        '| finding | severity | package | fixed in | layer | next | gate |',
        '|---|---|---|---|---|---|---|',
        ...rows,
        ...more,
    ];
}
function listed(title, lines) {
    return lines.length === 0 ? [] : ['', `**${title}**`, '', ...lines.map((line) => `- ${plain(line)}`)];
}
/** Names come from files in the image: they must not become markup. */
function plain(text) {
    return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|]/g, (character) => `\\${character}`);
}
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./lib/scan/cvss.js
const weights = {
    AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
    AC: { L: 0.77, H: 0.44 },
    UI: { N: 0.85, R: 0.62 },
    C: { H: 0.56, L: 0.22, N: 0 },
    I: { H: 0.56, L: 0.22, N: 0 },
    A: { H: 0.56, L: 0.22, N: 0 },
};
const privileges = {
    U: { N: 0.85, L: 0.62, H: 0.27 },
    C: { N: 0.85, L: 0.68, H: 0.5 },
};
/**
 * The base score of a CVSS 3.0 or 3.1 vector, or undefined when it is not one. The two versions differ only in rounding, where
 * 3.1's is used for both; temporal and environmental metrics are not looked at.
 *
 * @see https://www.first.org/cvss/v3.1/specification-document section 7.1 and appendix A
 */
function cvss3BaseScore(vector) {
    const match = /^CVSS:3\.[01]\/(.+)$/.exec(vector);
    if (match === null)
        return undefined;
    const metrics = new Map(match[1].split('/').map((pair) => pair.split(':', 2)));
    const weigh = (name) => weights[name]?.[metrics.get(name) ?? ''];
    const scope = metrics.get('S') ?? '';
    const needed = [weigh('AV'), weigh('AC'), privileges[scope]?.[metrics.get('PR') ?? ''], weigh('UI')];
    const harm = [weigh('C'), weigh('I'), weigh('A')];
    if (!needed.every(isNumber) || !harm.every(isNumber))
        return undefined;
    const lost = 1 - harm.reduce((product, value) => product * (1 - value), 1);
    const changed = scope === 'C';
    const impact = changed ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
    if (impact <= 0)
        return 0;
    const exploitability = needed.reduce((product, value) => product * value, 8.22);
    return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}
/** @see https://www.first.org/cvss/v3.1/specification-document section 5; a score of 0 is still a finding: `low`. */
function severityOfScore(score) {
    if (score >= 9)
        return 'critical';
    if (score >= 7)
        return 'high';
    return score >= 4 ? 'medium' : 'low';
}
/** To one decimal, upwards, free of floating-point surprises (appendix A of the specification). */
function roundUp(value) {
    const scaled = Math.round(value * 100_000);
    return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10;
}
function isNumber(value) {
    return typeof value === 'number';
}

;// CONCATENATED MODULE: ./lib/scan/rating.js


const words = {
    critical: 'critical',
    high: 'high',
    important: 'high',
    moderate: 'medium',
    medium: 'medium',
    low: 'low',
    minor: 'low',
    negligible: 'low',
    unimportant: 'low',
};
/**
 * How bad an advisory is for one affected package: the highest of its CVSS 3 base scores and its database's own word; only
 * when there is neither, the distribution's word (Debian's urgency, Ubuntu's priority). CVSS 4 vectors are not computed: the
 * databases that give them also give a word. What nobody rated is `unknown`.
 */
function rate(advisory, affected) {
    const entries = [...(advisory.severity ?? []), ...(affected.severity ?? [])];
    const scores = entries.flatMap((entry) => cvss3BaseScore(entry.score) ?? []);
    const score = scores.length === 0 ? undefined : Math.max(...scores);
    const rated = highest([
        score === undefined ? 'unknown' : severityOfScore(score),
        read(advisory.database_specific?.severity),
        read(affected.database_specific?.severity),
    ]);
    const severity = rated === 'unknown' ? fromDistribution(affected, entries) : rated;
    return { severity, ...(score !== undefined && { score }) };
}
/** The worst of them; anything rated is worse than `unknown`. */
function highest(found) {
    return finding_severities.find((severity) => found.includes(severity)) ?? 'unknown';
}
function fromDistribution(affected, entries) {
    const specific = affected.ecosystem_specific;
    return highest([read(specific?.severity), read(specific?.urgency), ...entries.map((entry) => read(entry.score))]);
}
function read(word) {
    if (typeof word !== 'string')
        return 'unknown';
    const known = word.trim().toLowerCase();
    return Object.hasOwn(words, known) ? words[known] : 'unknown';
}

;// CONCATENATED MODULE: ./lib/scan/merge.js

/** One finding for each vulnerability of a package: advisories that share a name, directly or through others, are one. */
function mergeMatches(installed, matches, order) {
    return groupByName(matches).map((group) => {
        const names = [...new Set(group.flatMap((match) => namesOf(match.advisory)))].sort(preferred);
        const [id = '', ...aliases] = names;
        const scores = group.flatMap((match) => match.rating.score ?? []);
        const title = group.find((match) => match.advisory.summary)?.advisory.summary;
        return {
            id,
            aliases: aliases.sort(),
            package: installed.name,
            ...(installed.source.name !== installed.name && { source: installed.source.name }),
            version: installed.version,
            fixedVersion: latestFix(group, order),
            severity: highest(group.map((match) => match.rating.severity)),
            ...(scores.length > 0 && { score: Math.max(...scores) }),
            layer: installed.layer,
            origin: installed.origin,
            purl: installed.purl,
            path: installed.path,
            ...(title && { title }),
        };
    });
}
/**
 * All names of the vulnerability. A distribution's copy names its one original in `upstream`; with several there, the advisory
 * is a bundle of vulnerabilities and none of them is another name for it.
 */
function namesOf(advisory) {
    const upstream = advisory.upstream ?? [];
    return [advisory.id, ...(advisory.aliases ?? []), ...(upstream.length === 1 ? upstream : [])];
}
/** Disjoint sets over names: cycles and long chains cost nothing. */
function groupByName(matches) {
    const parents = new Map();
    const rootOf = (name) => {
        let root = name;
        for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root))
            root = up;
        for (let at = name; at !== root;) {
            const up = parents.get(at) ?? root;
            parents.set(at, root);
            at = up;
        }
        return root;
    };
    for (const { advisory } of matches) {
        for (const name of namesOf(advisory))
            parents.set(rootOf(name), rootOf(advisory.id));
    }
    const groups = new Map();
    for (const match of matches) {
        const root = rootOf(match.advisory.id);
        const group = groups.get(root);
        if (group === undefined)
            groups.set(root, [match]);
        else
            group.push(match);
    }
    return [...groups.values()];
}
/** The version that every advisory of the group calls fixed: the latest that any of them names. */
function latestFix(group, order) {
    let latest = null;
    for (const { fixed } of group) {
        if (fixed !== null && (latest === null || (order(fixed, latest) ?? 0) > 0))
            latest = fixed;
    }
    return latest;
}
function preferred(a, b) {
    return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}
function rankOf(name) {
    if (name.startsWith('CVE-'))
        return 0;
    return name.startsWith('GHSA-') ? 1 : 2;
}

;// CONCATENATED MODULE: ./lib/scan/ranges.js

/**
 * Whether a version is affected: it is listed, or lies in one of the ranges.
 *
 * @param advisoryId for messages
 * @throws IngotError `unreadable` when an event names something that is no version of this ecosystem
 * @see https://ossf.github.io/osv-schema/#evaluation (1.7)
 */
function findAffects(affected, version, order, advisoryId) {
    const compare = strict(order, advisoryId);
    const ranges = (affected.ranges ?? []).filter((range) => range.type !== 'GIT');
    let fixed;
    for (const range of ranges) {
        const found = readRange(range, version, compare);
        if (found === undefined)
            continue;
        fixed = latest(fixed, found.fixed, compare);
    }
    if (fixed !== undefined)
        return { fixed };
    if (!(affected.versions ?? []).includes(version))
        return undefined;
    return {
        fixed: ranges.map((range) => nextFix(pointsOf(range), version, compare)).reduce(nearest(compare), null),
    };
}
/**
 * The specification walks the events in the order of their versions; what counts in the end is the last one that the version
 * has reached, so one pass without sorting does. Of events at the same version, the one written later stands.
 */
function readRange(range, version, compare) {
    if (!isBeforeLimits(range.events, version, compare))
        return undefined;
    const points = pointsOf(range);
    let last;
    for (const point of points) {
        const isReached = hasReached(version, point, compare);
        if (isReached && (last === undefined || comparePoints(point, last, compare) >= 0))
            last = point;
    }
    return last?.kind === 'introduced' ? { fixed: nextFix(points, version, compare) } : undefined;
}
function hasReached(version, point, compare) {
    if (isBeginning(point))
        return true;
    const difference = compare(version, point.version);
    return point.kind === 'last_affected' ? difference > 0 : difference >= 0;
}
function comparePoints(a, b, compare) {
    if (isBeginning(a) || isBeginning(b))
        return Number(isBeginning(b)) - Number(isBeginning(a));
    return compare(a.version, b.version);
}
/** No limits: no end. Several: being before one of them is enough. */
function isBeforeLimits(events, version, compare) {
    const limits = events.flatMap((event) => (event.limit === undefined ? [] : [event.limit]));
    return limits.length === 0 || limits.some((limit) => limit === '*' || compare(version, limit) < 0);
}
function pointsOf(range) {
    return range.events.flatMap((event) => {
        if (event.introduced !== undefined)
            return [{ kind: 'introduced', version: event.introduced }];
        if (event.fixed !== undefined)
            return [{ kind: 'fixed', version: event.fixed }];
        return event.last_affected === undefined ? [] : [{ kind: 'last_affected', version: event.last_affected }];
    });
}
/** `introduced: "0"` stands before every version, also before those that sort below zero. */
function isBeginning(point) {
    return point.kind === 'introduced' && point.version === '0';
}
function nextFix(points, version, compare) {
    const later = points.filter((point) => point.kind === 'fixed' && compare(point.version, version) > 0);
    return later.map((point) => point.version).reduce(nearest(compare), null);
}
/** Of two ranges that both hold the version, the fix must be out of both: the later of the two. */
function latest(known, found, compare) {
    if (known === undefined)
        return found;
    if (known === null || found === null)
        return known ?? found;
    return compare(known, found) >= 0 ? known : found;
}
function nearest(compare) {
    return (known, found) => {
        if (known === null || found === null)
            return known ?? found;
        return compare(known, found) <= 0 ? known : found;
    };
}
function strict(order, advisoryId) {
    return (left, right) => {
        const difference = order(left, right);
        if (difference !== undefined)
            return difference;
        throw new errors/* IngotError */.se('unreadable', `The advisory ${advisoryId} is malformed: cannot order the versions ${JSON.stringify(left)} and ${JSON.stringify(right)}`, { advice: 'Fetch the advisories again, or leave this one out' });
    };
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./lib/scan/versions/digits.js
/** Compares two runs of decimal digits as numbers of any length. */
function compareDigits(left, right) {
    const a = withoutLeadingZeros(left);
    const b = withoutLeadingZeros(right);
    return a.length - b.length || compareText(a, b);
}
/** Compares by code unit: the same everywhere, whatever the locale. */
function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function withoutLeadingZeros(digits) {
    let start = 0;
    while (start < digits.length && digits[start] === '0')
        start += 1;
    return digits.slice(start);
}

;// CONCATENATED MODULE: ./lib/scan/versions/apk.js

/** In the order in which a version may hold them; of two versions, the one that goes on with the earlier kind is the later version. */
const kinds = [
    'initial',
    'number',
    'letter',
    'suffix',
    'suffix-number',
    'commit',
    'revision',
    'end',
    'invalid',
];
/** Before `none` a suffix marks something earlier than the version without it, after `none` something later. */
const suffixes = ['alpha', 'beta', 'pre', 'rc', 'none', 'cvs', 'svn', 'git', 'hg', 'p'];
const none = suffixes.indexOf('none');
/**
 * Orders two Alpine versions as `apk version -t` (apk-tools 3) does: negative when `left` is earlier. Total: what follows the
 * first malformed character is not looked at.
 *
 * @see https://gitlab.alpinelinux.org/alpine/apk-tools/-/blob/v3.0.0/doc/apk-package.5.scd (package version specification)
 */
function compareApkVersions(left, right) {
    let a = first(left);
    let b = first(right);
    while (a.kind === b.kind && a.kind !== 'end' && a.kind !== 'invalid') {
        const difference = compareTokens(a, b);
        if (difference !== 0)
            return difference;
        a = next(left, a);
        b = next(right, b);
    }
    if (a.kind === b.kind)
        return 0;
    if (isPreRelease(a))
        return -1;
    if (isPreRelease(b))
        return 1;
    return kinds.indexOf(b.kind) - kinds.indexOf(a.kind);
}
function compareTokens(a, b) {
    switch (a.kind) {
        case 'number':
            // A leading zero makes the component a fraction: 1.05 < 1.1.
            return a.text.startsWith('0') || b.text.startsWith('0')
                ? compareText(a.text, b.text)
                : compareDigits(a.text, b.text);
        case 'suffix':
            return suffixes.indexOf(a.text) - suffixes.indexOf(b.text);
        case 'initial':
        case 'suffix-number':
        case 'revision':
            return compareDigits(a.text, b.text);
        default:
            return compareText(a.text, b.text);
    }
}
function isPreRelease(token) {
    return token.kind === 'suffix' && suffixes.indexOf(token.text) < none;
}
function first(version) {
    return take(version, 0, /\d+/y, 'initial');
}
function next(version, previous) {
    const at = previous.end;
    if (at >= version.length)
        return { kind: 'end', text: '', end: at };
    const isNumber = previous.kind === 'initial' || previous.kind === 'number';
    const rank = kinds.indexOf(previous.kind);
    const character = version[at];
    if (/[a-z]/.test(character) && isNumber)
        return take(version, at, /[a-z]/y, 'letter');
    if (character === '.' && isNumber)
        return take(version, at + 1, /\d+/y, 'number');
    if (/\d/.test(character) && previous.kind === 'suffix')
        return take(version, at, /\d+/y, 'suffix-number');
    if (character === '_' && rank <= kinds.indexOf('suffix-number')) {
        const token = take(version, at + 1, /[a-z]+/y, 'suffix');
        return token.text !== 'none' && suffixes.includes(token.text) ? token : invalid(at);
    }
    if (character === '~' && rank < kinds.indexOf('commit'))
        return take(version, at + 1, /[0-9a-f]+/y, 'commit');
    if (version.startsWith('-r', at) && rank < kinds.indexOf('revision')) {
        return take(version, at + 2, /\d+/y, 'revision');
    }
    return invalid(at);
}
function take(version, at, pattern, kind) {
    pattern.lastIndex = at;
    const text = pattern.exec(version)?.[0];
    return text === undefined ? invalid(at) : { kind, text, end: at + text.length };
}
function invalid(at) {
    return { kind: 'invalid', text: '', end: at };
}

;// CONCATENATED MODULE: ./lib/scan/versions/dpkg.js

/**
 * Orders two Debian versions as `dpkg --compare-versions` does: negative when `left` is earlier. Total: any text has a place.
 *
 * @see https://www.debian.org/doc/debian-policy/ch-controlfields.html#version (Debian Policy 4.7.0, 5.6.12)
 */
function compareDpkgVersions(left, right) {
    const a = split(left);
    const b = split(right);
    return (compareDigits(a.epoch, b.epoch) || comparePart(a.upstream, b.upstream) || comparePart(a.revision, b.revision) || 0);
}
function split(text) {
    const version = text.trim();
    const colon = version.indexOf(':');
    const epoch = colon > 0 && /^\d+$/.test(version.slice(0, colon)) ? version.slice(0, colon) : undefined;
    const rest = epoch === undefined ? version : version.slice(colon + 1);
    const hyphen = rest.lastIndexOf('-');
    return hyphen < 0
        ? { epoch: epoch ?? '0', upstream: rest, revision: '' }
        : { epoch: epoch ?? '0', upstream: rest.slice(0, hyphen), revision: rest.slice(hyphen + 1) };
}
/** Turns of text and number: text by `weight`, where the end of the part sorts before everything but a tilde. */
function comparePart(a, b) {
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        while (isText(a, i) || isText(b, j)) {
            const difference = weight(a, i) - weight(b, j);
            if (difference !== 0)
                return difference;
            i += 1;
            j += 1;
        }
        const endOfA = endOfDigits(a, i);
        const endOfB = endOfDigits(b, j);
        const difference = compareDigits(a.slice(i, endOfA), b.slice(j, endOfB));
        if (difference !== 0)
            return difference;
        i = endOfA;
        j = endOfB;
    }
    return 0;
}
function isText(part, at) {
    return at < part.length && !isDigit(part, at);
}
function isDigit(part, at) {
    const code = part.charCodeAt(at);
    return code >= 48 && code <= 57;
}
function endOfDigits(part, start) {
    let end = start;
    while (end < part.length && isDigit(part, end))
        end += 1;
    return end;
}
function weight(part, at) {
    if (at >= part.length || isDigit(part, at))
        return 0;
    const character = part[at];
    if (character === '~')
        return -1;
    const code = part.charCodeAt(at);
    return /[A-Za-z]/.test(character) ? code : code + 256;
}

;// CONCATENATED MODULE: ./lib/scan/versions/index.js





/** How each family of ecosystems orders its versions. A release behind a colon (`Debian:12`) does not matter here. */
const orders = {
    Debian: compareDpkgVersions,
    Ubuntu: compareDpkgVersions,
    Alpine: compareApkVersions,
    Wolfi: compareApkVersions,
    Chainguard: compareApkVersions,
    npm: compareSemver,
};
/** The order of an OSV ecosystem's versions, or undefined when this engine does not know the ecosystem. */
function orderOf(ecosystem) {
    const family = familyOf(ecosystem);
    return Object.hasOwn(orders, family) ? orders[family] : undefined;
}
/** `Debian` of `Debian:12`. */
function familyOf(ecosystem) {
    const colon = ecosystem.indexOf(':');
    return colon < 0 ? ecosystem : ecosystem.slice(0, colon);
}
/** @see https://semver.org/spec/v2.0.0.html#spec-item-11 */
function compareSemver(left, right) {
    const a = semver.parse(left, { loose: true });
    const b = semver.parse(right, { loose: true });
    return a === null || b === null ? undefined : a.compare(b);
}

;// CONCATENATED MODULE: ./lib/scan/match.js





/**
 * The findings of these packages, worst first. Withdrawn advisories and ecosystems that this engine does not know are skipped.
 * The same package in the same layer counts once, however many copies there are.
 *
 * @throws IngotError `unreadable` when an advisory that concerns a package names something that is no version
 */
function matchAdvisories(packages, advisories) {
    const index = indexAdvisories(advisories);
    const distinct = new Map();
    for (const entry of packages) {
        const key = `${entry.purl}\n${entry.layer}`;
        if (entry.matched && !distinct.has(key))
            distinct.set(key, entry);
    }
    return [...distinct.values()].flatMap((entry) => findingsOf(entry, index)).sort(compareFindings);
}
function findingsOf(installed, index) {
    const order = orderOf(installed.ecosystem);
    if (order === undefined)
        return [];
    const matches = candidates(installed, index).flatMap(({ advisory, affected }) => {
        const found = findAffects(affected, installed.source.version, order, advisory.id);
        return found === undefined ? [] : [{ advisory, fixed: found.fixed, rating: rate(advisory, affected) }];
    });
    return mergeMatches(installed, matches, order);
}
/** An advisory that names no release (`Debian`) speaks of all of them. */
function candidates(installed, index) {
    const { ecosystem, source } = installed;
    const ecosystems = new Set([ecosystem, familyOf(ecosystem)]);
    return [...ecosystems].flatMap((name) => index.get(keyOf(name, source.name)) ?? []);
}
function indexAdvisories(advisories) {
    const index = new Map();
    for (const advisory of newestOfEach(advisories)) {
        for (const affected of advisory.affected ?? []) {
            if (!affected.package || orderOf(affected.package.ecosystem) === undefined)
                continue;
            const key = keyOf(affected.package.ecosystem, affected.package.name);
            const entries = index.get(key);
            if (entries === undefined)
                index.set(key, [{ advisory, affected }]);
            else
                entries.push({ advisory, affected });
        }
    }
    return index;
}
/** The newest text of each id, without those that are withdrawn. */
function newestOfEach(advisories) {
    const newest = new Map();
    for (const advisory of advisories) {
        const known = newest.get(advisory.id);
        if (known === undefined || Date.parse(advisory.modified) > Date.parse(known.modified))
            newest.set(advisory.id, advisory);
    }
    return [...newest.values()].filter((advisory) => !advisory.withdrawn);
}
function keyOf(ecosystem, name) {
    return `${ecosystem}\n${name}`;
}

// EXTERNAL MODULE: ./lib/image/index.js + 15 modules
var lib_image = __webpack_require__(7525);
// EXTERNAL MODULE: ./lib/oci/vm-image.js
var vm_image = __webpack_require__(8180);
;// CONCATENATED MODULE: ./lib/scan/packages/installed.js

/** No image comes near this. */
const maximumPackages = 200_000;
/**
 * The paragraphs of a text database, separated by blank lines.
 *
 * @param readField name and value of a line, `'continued'` when it belongs to the line before, or undefined when it is neither
 * @throws IngotError `unreadable` at the first line that is neither, `size-exceeded`
 */
function readStanzas(text, from, readField) {
    const stanzas = [];
    let fields;
    for (const [index, line] of text.split('\n').entries()) {
        if (line.trim() === '') {
            fields = undefined;
            continue;
        }
        const field = readField(line);
        if (field === undefined || (field === 'continued' && fields === undefined)) {
            throw malformed(from, index + 1, 'it is no field');
        }
        if (field === 'continued')
            continue;
        if (fields === undefined) {
            if (stanzas.length >= maximumPackages) {
                throw new errors/* IngotError */.se('size-exceeded', `${from} lists more than ${maximumPackages} packages`);
            }
            fields = new Map();
            stanzas.push({ line: index + 1, fields });
        }
        fields.set(...field);
    }
    return stanzas;
}
/** @throws IngotError `unreadable` when the field is missing or empty */
function required(stanza, name, from) {
    const value = stanza.fields.get(name);
    if (value)
        return value;
    throw malformed(from, stanza.line, `the package that begins there has no ${name}`);
}
function malformed(from, line, why) {
    return new errors/* IngotError */.se('unreadable', `Cannot read the package database ${from}: line ${line}: ${why}`, {
        advice: 'The image is damaged or was built by an unusual tool: a scan that skipped it would prove nothing',
    });
}

;// CONCATENATED MODULE: ./lib/scan/packages/apk.js

/**
 * The packages of Alpine's installed database.
 *
 * @param from the database's path, for messages
 * @throws IngotError `unreadable`, `size-exceeded`
 * @see https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2
 */
function parseApkInstalled(text, from) {
    const stanzas = readStanzas(text, from, (line) => {
        const match = /^([A-Za-z]):(.*)$/.exec(line);
        return match === null ? undefined : [match[1], match[2].trim()];
    });
    return stanzas.map((stanza) => {
        const name = required(stanza, 'P', from);
        const version = required(stanza, 'V', from);
        const architecture = stanza.fields.get('A');
        const license = stanza.fields.get('L');
        return {
            name,
            version,
            source: { name: stanza.fields.get('o') || name, version },
            ...(architecture && { architecture }),
            ...(license && { license }),
        };
    });
}

// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(7535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
;// CONCATENATED MODULE: ./lib/scan/packages/base-layers.js




const bakeMark = 'ingot bake';
/**
 * How many of the lowest layers came with the base image, or undefined when nobody recorded it. Known when the manifest that
 * the annotation `org.opencontainers.image.base.digest` names can be read and its layers are the lowest of this image, else
 * when the history ends with the layers that a bake added.
 */
async function countBaseLayers(image, read) {
    const base = await readBase(image, read);
    return base === undefined ? countByHistory(image) : countShared(image, base);
}
async function readBase(image, read) {
    const digest = image.manifest.annotations?.[media_types/* annotationKeys */.ic.baseDigest];
    if (digest === undefined || !(0,oci_digest/* isDigest */.Bc)(digest))
        return undefined;
    const stored = await read(digest);
    if (stored === undefined)
        return undefined;
    if (!media_types/* indexTypes */.gp.includes(stored.descriptor.mediaType))
        return asManifest(stored);
    const wanted = (0,lib_image/* formatPlatform */.Bq)(image.config);
    const { manifests } = (0,manifest/* parseIndex */.A1)(stored.bytes, digest);
    const child = manifests.find(({ platform }) => platform !== undefined && (0,lib_image/* servesPlatform */.G5)(platform, wanted));
    const chosen = child && (await read(child.digest));
    return chosen && asManifest(chosen);
}
function asManifest(stored) {
    const { mediaType, digest } = stored.descriptor;
    return media_types/* manifestTypes */.Fm.includes(mediaType) ? (0,manifest/* parseManifest */.Ng)(stored.bytes, digest) : undefined;
}
/** A base whose layers are not the lowest here is not this image's base, whatever the annotation says. */
function countShared(image, base) {
    const isShared = base.layers.every((layer, position) => layer.digest === image.manifest.layers[position]?.digest);
    return isShared ? base.layers.length : undefined;
}
/** A bake ends a history with one entry for each layer that it added, and then perhaps one for the settings. */
function countByHistory(image) {
    const history = [...(image.config.history ?? [])];
    const layers = history.filter((entry) => entry.empty_layer !== true).length;
    if (layers !== image.manifest.layers.length)
        return undefined;
    if (history.at(-1)?.empty_layer && history.at(-1)?.created_by?.startsWith(bakeMark))
        history.pop();
    const before = history.findLastIndex((entry) => entry.empty_layer || !entry.created_by?.startsWith(bakeMark));
    const added = history.length - 1 - before;
    return added > 0 ? layers - added : undefined;
}

;// CONCATENATED MODULE: ./lib/scan/packages/dpkg.js

/**
 * The installed packages of a dpkg status database. What was removed and left its configuration behind is not installed;
 * a package on hold is.
 *
 * @param from the database's path, for messages
 * @throws IngotError `unreadable`, `size-exceeded`
 * @see https://manpages.debian.org/bookworm/dpkg/dpkg-query.1.en.html (package states)
 */
function parseDpkgStatus(text, from) {
    return readControl(text, from).flatMap((stanza) => {
        const name = required(stanza, 'Package', from);
        const status = required(stanza, 'Status', from).split(/\s+/);
        if (status.length !== 3)
            throw malformed(from, stanza.line, `the Status of ${name} is not three words`);
        return status[2] === 'installed' ? [readPackage(stanza, from)] : [];
    });
}
/** The packages of one file of `status.d`, as distroless images have it: no Status, what is listed is installed. */
function parseDpkgStatusPart(text, from) {
    return readControl(text, from).map((stanza) => readPackage(stanza, from));
}
function readControl(text, from) {
    return readStanzas(text, from, (line) => {
        if (/^[ \t]/.test(line))
            return 'continued';
        const match = /^([!-9;-~]+):[ \t]*(.*?)\s*$/.exec(line);
        return match === null ? undefined : [match[1], match[2]];
    });
}
function readPackage(stanza, from) {
    const name = required(stanza, 'Package', from);
    const version = required(stanza, 'Version', from);
    const architecture = stanza.fields.get('Architecture');
    return { name, version, source: sourceOf(stanza, name, version, from), ...(architecture && { architecture }) };
}
/** `glibc` or `glibc (2.36-9)`: the version is written only where it differs from the binary's. */
function sourceOf(stanza, name, version, from) {
    const written = stanza.fields.get('Source');
    if (!written)
        return { name, version };
    const match = /^(\S+)(?:\s+\((\S+)\))?$/.exec(written);
    if (match === null)
        throw malformed(from, stanza.line, `the Source of ${name} is ${JSON.stringify(written)}`);
    return { name: match[1], version: match[2] ?? version };
}

;// CONCATENATED MODULE: ./lib/scan/packages/history.js



const maximumDatabaseBytes = 64 * 1024 ** 2; // 64 MiB, as for the final copy
/**
 * Where the packages of each database came from. Layers replace a database as a whole, so the copies in the layers below
 * are compared, each layer read once; when all final copies lie in the lowest layer, nothing is read.
 */
async function readOrigins(image, files, signal) {
    const origins = new Map(files.map((file) => [file, new Map()]));
    const top = Math.max(0, ...files.map((file) => file.layer));
    for (let layer = 0; layer < top; layer++) {
        const descriptor = image.manifest.layers[layer];
        if (descriptor === undefined || (0,vm_image/* isOpaqueLayer */.$E)(image.manifest, descriptor))
            continue;
        for (const [file, step] of await readSteps(image, layer, files, signal)) {
            const before = step.isRemoved ? new Map() : origins.get(file);
            origins.set(file, step.packages === undefined ? before : carry(before, step.packages, layer));
        }
    }
    for (const file of files)
        origins.set(file, carry(origins.get(file), file.packages, file.layer));
    return origins;
}
function history_keyOf(entry) {
    return `${entry.name}\n${entry.architecture ?? ''}\n${entry.version}`;
}
function carry(before, packages, layer) {
    return new Map(packages.map((entry) => [history_keyOf(entry), before.get(history_keyOf(entry)) ?? layer]));
}
async function readSteps(image, layer, all, signal) {
    const files = all.filter((file) => file.layer > layer);
    const byPath = new Map(files.flatMap((file) => file.paths.map((path) => [path, file])));
    const steps = new Map();
    const stepOf = (file) => {
        const step = steps.get(file) ?? { isRemoved: false };
        steps.set(file, step);
        return step;
    };
    for await (const entry of (0,lib_image/* openLayer */.c2)(image, layer, { signal })) {
        const hidden = hiddenBy(entry.path);
        for (const [path, file] of hidden === undefined ? [] : byPath) {
            if (`${path}/`.startsWith(hidden))
                stepOf(file).isRemoved = true;
        }
        const file = entry.type === 'file' ? byPath.get(entry.path) : undefined;
        if (file === undefined)
            continue;
        const from = `${entry.path} in layer ${layer}`;
        stepOf(file).packages = file.parse(await readText(entry, from), from);
    }
    return steps;
}
/**
 * The path, with a slash behind it, that a whiteout takes away; undefined for everything else.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
function hiddenBy(path) {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (!name.startsWith('.wh.'))
        return undefined;
    const folder = path.slice(0, slash + 1);
    return name === '.wh..wh..opq' ? folder : `${folder}${name.slice('.wh.'.length)}/`;
}
async function readText(entry, from) {
    if (entry.size > maximumDatabaseBytes) {
        throw new errors/* IngotError */.se('size-exceeded', `${from} claims ${entry.size} bytes, more than ${maximumDatabaseBytes}`);
    }
    const parts = [];
    for await (const part of entry.content())
        parts.push(part);
    return Buffer.concat(parts).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/scan/packages/npm.js



const npm_manifest = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP().nullish(),
    version: schemas/* string */.YjP().nullish(),
    private: schemas/* unknown */.L5J().optional(),
    license: schemas/* unknown */.L5J().optional(),
});
const namePattern = /^(?:@[^@/\s]+\/)?[^@/\s][^/\s]*$/;
/** Whether the path is a package's manifest: directly in a folder of `node_modules`, or outside of any (an application's own). */
function isNpmManifest(path) {
    if (path !== 'package.json' && !path.endsWith('/package.json'))
        return false;
    return isInstalled(path) || !`/${path}`.includes('/node_modules/');
}
/**
 * Reads one `package.json`. Without name and version (a test's fixture, a module-type marker) it is no package.
 *
 * @returns a warning instead of a package for a malformed manifest that Node would never load as a dependency
 * @throws IngotError `unreadable` for a malformed manifest of an installed package
 * @see https://docs.npmjs.com/cli/v10/configuring-npm/package-json
 */
function parseNpmManifest(bytes, path) {
    const read = readManifest(bytes);
    if (typeof read === 'string') {
        if (!isDependency(path))
            return { warning: `/${path} is skipped: ${read}` };
        throw new errors/* IngotError */.se('unreadable', `Cannot read the package manifest ${path}: ${read}`, {
            advice: 'Install the dependencies again and bake the image again',
        });
    }
    const { name, version, license } = read;
    if (!name || !version)
        return undefined;
    const isComparable = semver.valid(version, { loose: true }) !== null;
    const isOwn = !isInstalled(path);
    return {
        name,
        version,
        ...(typeof license === 'string' && license !== '' && { license }),
        matched: isComparable && !(isOwn && read.private === true),
        ...(!isComparable && {
            warning: `${name} in /${path} has the version ${JSON.stringify(version)}: it is not matched`,
        }),
    };
}
function readManifest(bytes) {
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    }
    catch {
        return 'it is not JSON';
    }
    const parsed = npm_manifest.safeParse(value);
    if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return `${issue?.path.join('.') || 'the document'}: ${issue?.message}`;
    }
    const { name } = parsed.data;
    return name && !(name.length <= 214 && namePattern.test(name))
        ? `${JSON.stringify(name)} is no package name`
        : parsed.data;
}
function isInstalled(path) {
    return /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@.][^/]*\/package\.json$/.test(path);
}
/** Reached through `node_modules` folders of packages alone, not through a package's own test data. */
function isDependency(path) {
    const [, ...steps] = `/${path}`.split('/node_modules/');
    return (steps.length > 0 &&
        steps.every((step) => /^(?:@[^/]+\/)?[^/]+(?:\/package\.json)?$|^\.(?:pnpm|store)\/[^/]+$/.test(step)));
}

;// CONCATENATED MODULE: ./lib/scan/packages/os-release.js

/** Debian's testing images carry a codename and no number. */
const debianCodenames = { bookworm: '12', trixie: '13', forky: '14', duke: '15' };
const ecosystems = {
    debian: (fields) => {
        const release = fields.get('VERSION_ID')?.split('.')[0] ?? debianCodenames[fields.get('VERSION_CODENAME') ?? ''];
        return release && `Debian:${release}`;
    },
    ubuntu: (fields) => {
        const isLongTerm = /\bLTS\b/.test(fields.get('VERSION') ?? '');
        const release = fields.get('VERSION_ID');
        return release && `Ubuntu:${release}${isLongTerm ? ':LTS' : ''}`;
    },
    alpine: (fields) => {
        const release = /^\d+\.\d+/.exec(fields.get('VERSION_ID') ?? '')?.[0];
        return release && `Alpine:v${release}`;
    },
    wolfi: () => 'Wolfi',
    chainguard: () => 'Chainguard',
};
/**
 * The distribution that an `os-release` file names.
 *
 * @param from the file, for messages
 * @throws IngotError `unsupported` when there are no advisories for it here, `unreadable` when it names no release
 * @see https://www.freedesktop.org/software/systemd/man/257/os-release.html
 */
function parseOsRelease(text, from) {
    const fields = readFields(text);
    const id = fields.get('ID');
    if (id === undefined)
        throw new errors/* IngotError */.se('unreadable', `${from} is malformed: it has no ID`);
    const name = Object.hasOwn(ecosystems, id) ? ecosystems[id] : undefined;
    if (name === undefined) {
        throw new errors/* IngotError */.se('unsupported', `${from} names the distribution ${id}, whose advisories are not read here`, {
            advice: `Build on a base of ${Object.keys(ecosystems).join(', ')}`,
        });
    }
    const ecosystem = name(fields);
    if (!ecosystem)
        throw new errors/* IngotError */.se('unreadable', `${from} is malformed: it names no release of ${id}`);
    const version = fields.get('VERSION_ID');
    return { id, ecosystem, ...(version !== undefined && { version }) };
}
function readFields(text) {
    const fields = new Map();
    for (const line of text.split('\n')) {
        const match = /^([A-Z][A-Z0-9_]*)=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))\s*$/.exec(line.trim());
        if (match?.[1] !== undefined)
            fields.set(match[1], match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? match[4] ?? '');
    }
    return fields;
}

// EXTERNAL MODULE: ./node_modules/packageurl-js/index.js
var packageurl_js = __webpack_require__(7091);
;// CONCATENATED MODULE: ./lib/scan/packages/purl.js

/** @see https://github.com/package-url/purl-spec/blob/346589846130317464b677bc4eab30bf5040183a/PURL-TYPES.rst (deb, apk) */
function systemPurl(entry, { id, version }, kind) {
    const qualifiers = {
        ...(entry.architecture !== undefined && { arch: entry.architecture }),
        distro: version === undefined ? id : `${id}-${version}`,
    };
    return new packageurl_js.PackageURL(kind, id, entry.name, entry.version, qualifiers, undefined).toString();
}
/** @see https://github.com/package-url/purl-spec/blob/346589846130317464b677bc4eab30bf5040183a/PURL-TYPES.rst (npm) */
function npmPurl(name, version) {
    const slash = name.indexOf('/');
    const scope = slash < 0 ? undefined : name.slice(0, slash);
    return new packageurl_js.PackageURL('npm', scope, name.slice(slash + 1), version, undefined, undefined).toString();
}

;// CONCATENATED MODULE: ./lib/scan/packages/inventory.js











const osReleases = ['etc/os-release', 'usr/lib/os-release'];
const dpkgStatus = 'var/lib/dpkg/status';
const dpkgParts = /^var\/lib\/dpkg\/status\.d\/[^/]+$/;
const apkDatabases = ['lib/apk/db/installed', 'usr/lib/apk/db/installed'];
const rpmDatabases = /^(?:var|usr)\/lib\/(?:sysimage\/)?rpm\/(?:rpmdb\.sqlite|Packages(?:\.db)?)$/;
/**
 * The packages that an image's own databases list: Debian's and Ubuntu's (dpkg, distroless too), Alpine's (apk) and npm's.
 *
 * @throws IngotError `unreadable` when a database is malformed, `unsupported` when the image keeps its packages in a database
 * that is not read here, and what reading the layers throws
 */
async function listPackages(image, options = {}) {
    const { signal } = options;
    const tree = await (0,lib_image/* readTree */.Zc)(image, { keep: isWanted, ...(signal && { signal }) });
    refuseRpm(tree);
    const call = signal === undefined ? {} : { signal };
    const baseLayers = await countBaseLayers(image, async (digest) => (await image.store.readManifest(digest, call)) ?? (await options.readBase?.(digest)));
    const system = await readSystem(image, tree, baseLayers, signal);
    const npm = readNpm(image, tree, baseLayers);
    const packages = [...system.packages, ...npm.packages];
    if (packages.length > maximumPackages) {
        throw new errors/* IngotError */.se('size-exceeded', `The image lists ${packages.length} packages, more than ${maximumPackages}`);
    }
    if (packages.length === 0)
        refuseVm(image);
    const none = packages.length > 0 ? [] : ['The image has no package database: nothing in it could be checked'];
    return {
        packages: packages.sort(byPlace),
        ...(system.distribution && { distribution: system.distribution }),
        warnings: [...none, ...firstFew(npm.warnings)],
    };
}
/** A container from scratch may have no packages; of a machine it means that nobody has brought their list. */
function refuseVm({ manifest, store, manifestDigest }) {
    if (!(0,vm_image/* isVmManifest */.fb)(manifest))
        return;
    const name = `${store.repository}@${manifestDigest}`;
    throw new errors/* IngotError */.se('unsupported', `The packages of the VM image ${name} are not known: it was baked without its inventory`, {
        advice: 'Set bake.inventory-variable, and have the template download /etc/os-release and /var/lib/dpkg/status into that directory (docs/bake-packer.md)',
    });
}
function isWanted(path) {
    return (path === dpkgStatus ||
        osReleases.includes(path) ||
        apkDatabases.includes(path) ||
        isStatusPart(path) ||
        isNpmManifest(path));
}
/** Distroless images keep lists of checksums beside the packages. */
function isStatusPart(path) {
    return dpkgParts.test(path) && !path.endsWith('.md5sums');
}
function refuseRpm(tree) {
    const found = [...tree.keys()].find((path) => rpmDatabases.test(path));
    if (found === undefined)
        return;
    throw new errors/* IngotError */.se('unsupported', `The image keeps its packages in an RPM database (/${found}), which is not read here`, {
        advice: 'Build on a base of Debian, Ubuntu, Alpine or Wolfi',
    });
}
async function readSystem(image, tree, baseLayers, signal) {
    const files = databaseFiles(tree);
    if (files.every(({ packages }) => packages.length === 0))
        return { packages: [] };
    const distribution = readDistribution(tree);
    const packages = [];
    const origins = await readOrigins(image, files, signal);
    for (const file of files) {
        for (const entry of file.packages) {
            const position = origins.get(file)?.get(history_keyOf(entry)) ?? file.layer;
            packages.push({
                ...entry,
                ...placeOf(image, position, originOf(position, baseLayers, true)),
                ecosystem: distribution.ecosystem,
                purl: systemPurl(entry, distribution, file.kind),
                path: file.path,
                matched: true,
            });
        }
    }
    return { packages, distribution };
}
function databaseFiles(tree) {
    return [...tree.values()].flatMap((node) => {
        const { path, layer } = node;
        if (node.type !== 'file')
            return [];
        const file = (kind, paths, parse) => {
            return [{ kind, path, paths, layer, parse, packages: parse(textOf(node), path) }];
        };
        if (path === dpkgStatus)
            return file('deb', [path], parseDpkgStatus);
        if (isStatusPart(path))
            return file('deb', [path], parseDpkgStatusPart);
        return apkDatabases.includes(path) ? file('apk', apkDatabases, parseApkInstalled) : [];
    });
}
function readDistribution(tree) {
    for (const path of osReleases) {
        const node = (0,lib_image/* resolvePath */.o1)(tree, path);
        if (node?.content !== undefined)
            return parseOsRelease(textOf(node), path);
    }
    throw new errors/* IngotError */.se('unreadable', 'The image has a package database but no /etc/os-release: its release is unknown', {
        advice: 'Bake on a base that has its os-release file: advisories are kept by release',
    });
}
function readNpm(image, tree, baseLayers) {
    const packages = [];
    const warnings = [];
    for (const node of tree.values()) {
        if (node.type !== 'file' || node.content === undefined || !isNpmManifest(node.path))
            continue;
        const found = parseNpmManifest(node.content, node.path);
        if (found?.warning !== undefined)
            warnings.push(found.warning);
        if (found === undefined || !('name' in found))
            continue;
        const { warning: _, ...entry } = found;
        packages.push({
            ...entry,
            ...placeOf(image, node.layer, originOf(node.layer, baseLayers, false)),
            ecosystem: 'npm',
            source: { name: entry.name, version: entry.version },
            purl: npmPurl(entry.name, entry.version),
            path: node.path,
        });
    }
    return { packages, warnings };
}
/** Where nobody recorded the base, only a distribution's packages in the lowest layer are taken for its. */
function originOf(layer, baseLayers, isSystem) {
    const isBase = baseLayers === undefined ? isSystem && layer === 0 : layer < baseLayers;
    return isBase ? 'base' : 'application';
}
function placeOf(image, position, origin) {
    const descriptor = image.manifest.layers[position];
    if (descriptor === undefined)
        throw new errors/* IngotError */.se('internal', `The image has no layer ${position}`);
    return { layer: descriptor.digest, origin };
}
/** A flood of annotations is read by nobody. */
function firstFew(warnings) {
    const shown = warnings.slice(0, 10);
    const more = warnings.length - shown.length;
    return more > 0 ? [...shown, `${more} more package manifests are skipped or not matched`] : shown;
}
function textOf(node) {
    return (node.content ?? Buffer.alloc(0)).toString('utf8');
}
/** By ecosystem, name, version and path: the order of every document. */
function byPlace(a, b) {
    const left = [a.ecosystem, a.name, a.version, a.path].join('\n');
    const right = [b.ecosystem, b.name, b.version, b.path].join('\n');
    return left < right ? -1 : left > right ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/scan/osv-scanner.js






/** A snapshot older than this is announced. */
const staleDays = 30;
/**
 * The embedded engine: packages read out of the layers, matched against OSV.
 *
 * @throws (from `scan`) what `listPackages`, `readAdvisories`, `matchAdvisories` and OSV's API throw: a scan that could not
 * be carried out never looks like one that found nothing
 */
function osvScanner({ advisories, url, clock = () => new Date() } = {}) {
    return {
        async scan(image, { progress = () => { }, ...options } = {}) {
            const { signal } = options;
            const startedAt = clock();
            progress('Reading the layers');
            const inventory = await listPackages(image, options);
            progress(`Packages found: ${inventory.packages.length}; reading advisories`);
            const reading = {
                ...(signal && { signal }),
                progress: (read) => progress(`Advisories read: ${read}`),
            };
            const set = advisories === undefined
                ? await askApi(url ?? 'https://api.osv.dev', inventory.packages, { ...reading, now: startedAt })
                : await readAdvisories(advisories, { ...reading, keep: concerning(inventory.packages) });
            const findings = matchAdvisories(inventory.packages, set.advisories);
            const warnings = [...inventory.warnings, ...staleWarning(set.database, startedAt)];
            return { ...inventory, findings, database: set.database, warnings, startedAt, finishedAt: clock() };
        },
    };
}
/** The client is loaded only when it is used. */
async function askApi(url, packages, options) {
    const [{ HttpClient }, { askOsv }] = await Promise.all([__webpack_require__.e(/* import() */ 537).then(__webpack_require__.bind(__webpack_require__, 6537)), __webpack_require__.e(/* import() */ 825).then(__webpack_require__.bind(__webpack_require__, 8825))]);
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        throw new errors/* IngotError */.se('invalid-input', `${JSON.stringify(url)} is no address of OSV's API`, {
            advice: 'Write https://api.osv.dev, or the address of a mirror',
        });
    }
    return askOsv(packages, { ...options, url: new URL(url), http: new HttpClient() });
}
/** Only what can match is kept in memory: a full snapshot holds hundreds of thousands of advisories. */
function concerning(packages) {
    const names = new Set(packages.flatMap(({ ecosystem, source }) => [
        `${ecosystem}\n${source.name}`,
        `${familyOf(ecosystem)}\n${source.name}`,
    ]));
    return ({ affected }) => (affected ?? []).some((entry) => entry.package && names.has(`${entry.package.ecosystem}\n${entry.package.name}`));
}
function staleWarning({ updatedAt }, now) {
    const days = Math.floor((now.getTime() - Date.parse(updatedAt)) / dayMilliseconds);
    return days > staleDays
        ? [`The advisories are ${days} days old (${updatedAt.slice(0, 10)}): fetch a newer snapshot`]
        : [];
}

;// CONCATENATED MODULE: ./lib/scan/index.js
















/***/ })

};
