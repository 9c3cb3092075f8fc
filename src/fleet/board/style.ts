/** The page's only style sheet. Colours: one for each track, three for how things went; everything else is ink on paper. */
export const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#22262b;--quiet:#667079;--line:#e5e2da;--stable:#4a72a0;--canary:#c77700;--good:#2f7a50;--bad:#b8372f;--busy:#9a6200;--good-tint:#e6f2ea;--bad-tint:#fbe9e6;--busy-tint:#fbf0dc;--doubt-tint:#efede7;--weight:#f3e2c4;--metal:#b9862f;--metal-light:#e3bd6a}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--card:#1c2024;--ink:#e4e6e8;--quiet:#9aa4ad;--line:#2d3338;--stable:#82aede;--canary:#eda63c;--good:#79c79a;--bad:#f08a80;--busy:#e8b35a;--good-tint:#1d3327;--bad-tint:#3d2220;--busy-tint:#3a2d17;--doubt-tint:#292e33;--weight:#4a3d26;--metal:#c8973f;--metal-light:#8b6526}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
.top,nav,main,footer{max-width:1280px;margin:0 auto;padding:0 28px}
.top{display:flex;align-items:center;gap:12px;padding-top:28px;padding-bottom:10px}
.top p{margin:0 0 0 auto}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;padding-bottom:16px;font-size:13px}
nav a{color:var(--stable);text-decoration:none}
nav a:hover,nav a:focus-visible{text-decoration:underline}
.logo{width:34px;flex:none}.logo .face{fill:var(--metal)}.logo .edge{fill:var(--metal-light)}
h1{font-size:22px;font-weight:650;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:17px;font-weight:650;margin:44px 0 14px}
h3{font-size:13px;font-weight:600;margin:22px 0 8px;color:var(--quiet)}
h4{font-size:15px;font-weight:600;margin:0;overflow-wrap:anywhere}
p{margin:0}
.quiet,.empty,.age,.base{color:var(--quiet)}
.empty{padding:14px 0}
code{font:12.5px/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--quiet)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));margin:0;border:1px solid var(--line);border-radius:10px;background:var(--card);overflow:hidden}
.tiles div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:12px 18px;box-shadow:1px 0 var(--line),0 1px var(--line)}
.tiles dt{color:var(--quiet);font-size:13px}
.tiles dd{margin:0;font-size:24px;font-weight:600;line-height:1.25}
.tiles .bad dd{color:var(--bad)}.tiles .busy dd{color:var(--busy)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.scroll:focus-visible{outline:2px solid var(--stable);outline-offset:2px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:12px 18px;border-top:1px solid var(--line)}
thead th{border-top:0;padding-top:10px;padding-bottom:10px;color:var(--quiet);font-size:13px;font-weight:600}
tbody th{font-weight:600}
.grid td{min-width:270px}
.grid .where{display:none}
.first{display:flex;align-items:baseline;gap:8px;flex-wrap:wrap}
.version{font-weight:650;overflow-wrap:anywhere}
.age{margin-left:auto;padding-left:8px;white-space:nowrap;font-size:13px}
.base{font-size:13px}
.base code{font-size:12px}
.marks{display:flex;flex-wrap:wrap;gap:6px;margin-top:6px}
.mark,.findings span,.event{display:inline-block;padding:0 8px;border-radius:9px;font-size:12px;line-height:18px;font-weight:500;white-space:nowrap;background:var(--doubt-tint);color:var(--quiet)}
.findings{display:inline-flex;flex-wrap:wrap;gap:6px}
.mark.good,.event.promoted{background:var(--good-tint);color:var(--good)}
.mark.bad,.event.aborted,.event.aborting,.findings .critical,.findings .high{background:var(--bad-tint);color:var(--bad)}
.findings .critical{font-weight:700}
.findings .medium,.event.running,.event.rolled-back{background:var(--busy-tint);color:var(--busy)}
.rollout{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 10px;margin-top:10px;padding-top:8px;border-top:1px dashed var(--line);font-size:13px}
.rollout .weight{font-weight:600;color:var(--canary)}
.rollout.aborting .weight,.rollout.aborting b{color:var(--bad)}
.bar{display:block;width:100%;height:6px;border-radius:3px}
.bar .rest{fill:var(--line)}.bar .part{fill:var(--canary)}.bar.aborting .part{fill:var(--bad)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(380px,100%),1fr));gap:16px}
.card{border:1px solid var(--line);border-radius:10px;background:var(--card);padding:14px 18px;min-width:0}
.card header{display:flex;gap:10px;align-items:baseline;justify-content:space-between}
.card .quiet{font-weight:400}
.chart{margin:10px 0 0}
.chart figcaption{font-size:13px;display:flex;flex-wrap:wrap;gap:0 8px}
.chart svg{display:block;width:100%;height:auto}
.key{white-space:nowrap}.key::before{content:"";display:inline-block;width:14px;height:3px;border-radius:2px;margin-right:5px;vertical-align:4px}
.keys{margin-left:auto;display:flex;gap:12px}
.key.stable::before{background:var(--stable)}.key.canary::before{background:var(--canary)}
.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.line.stable{stroke:var(--stable)}.line.canary{stroke:var(--canary)}
line.grid{stroke:var(--line);stroke-width:1}
path.weight{fill:var(--weight)}
.axis{fill:var(--quiet);font-size:11px}
.end{text-anchor:end}
line.abort{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:4 3}
text.abort{fill:var(--bad);font-size:11px;font-weight:600}
.why{color:var(--quiet);font-size:13px;overflow-wrap:anywhere}
.card .why{margin-top:6px}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 40px}
.history{list-style:none;margin:0;padding:0}
.history li{position:relative;padding:0 0 14px 20px}
.history li::before{content:"";position:absolute;left:0;top:7px;width:9px;height:9px;border-radius:50%;background:var(--quiet)}
.history li::after{content:"";position:absolute;left:4px;top:20px;bottom:-3px;width:1px;background:var(--line)}
.history li:last-child::after{display:none}
.history li.promoted::before{background:var(--good)}.history li.aborted::before{background:var(--bad)}.history li.rolled-back::before{background:var(--busy)}
.history li .quiet{font-size:13px}
.history li>div:first-child{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 8px}
.releases{font-size:14px}
.releases th,.releases td{padding:8px 12px;white-space:nowrap}
.releases td:nth-child(2),.releases td:last-child{white-space:normal;overflow-wrap:anywhere;min-width:7em}
.releases .findings{flex-wrap:nowrap}
footer{padding-top:44px;padding-bottom:36px;font-size:13px}
@media (max-width:760px){
.top,nav,main,footer{padding-left:16px;padding-right:16px}
.top{flex-wrap:wrap}.top p{margin:0;flex-basis:100%}
.columns{grid-template-columns:minmax(0,1fr)}
.tiles{grid-template-columns:repeat(2,1fr)}
.grid,.grid tbody,.grid tr,.grid th,.grid td{display:block}
.grid thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.grid tr{padding:12px 16px;border-top:1px solid var(--line)}
.grid tbody tr:first-child{border-top:0}
.grid th,.grid td{border:0;padding:0;min-width:0}
.grid td{margin-top:10px}
.grid .where{display:block;color:var(--quiet);font-size:13px}
}
@media print{.scroll{overflow:visible}section{break-inside:avoid-page}}
`
