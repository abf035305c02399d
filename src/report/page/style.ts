/**
 * The style of a page. The colours of the stages are those of Okabe and Ito, which people tell apart however they see
 * colours; in the dark they are lighter. Text has a contrast of at least 4.5.
 */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--text:#1c2430;--soft:#566071;--line:#dde2ea;--grid:#e8ecf1;--link:#0b5cad;
--s0:#0072b2;--s1:#e69f00;--s2:#9aa5b4;--s3:#cc79a7;--s4:#009e73;--s5:#d55e00;--s6:#56b4e9;--s7:#6b4fa0;
--plus:#0072b2;--minus:#d55e00;--heat:0,90,156;--border:#1c2430}
@media (prefers-color-scheme:dark){:root{--bg:#12161c;--card:#1b212a;--text:#e6eaf0;--soft:#a3adbb;--line:#323b48;--grid:#2a323e;--link:#7cbcff;
--s0:#4aa8e0;--s1:#f0b429;--s2:#7c8798;--s3:#d994bb;--s4:#3cc39a;--s5:#f08344;--s6:#8fd0f5;--s7:#a78bdb;
--plus:#4aa8e0;--minus:#f08344;--heat:110,185,240;--border:#fff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{overflow-wrap:break-word;margin:0 auto;padding:1.5rem clamp(.75rem,3vw,2rem) 3rem;max-width:76rem;background:var(--bg);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
header{margin-bottom:.75rem}.brand{margin:0;color:var(--soft);font-size:.8125rem;font-weight:600;letter-spacing:.06em;text-transform:uppercase}
h1{margin:.1rem 0;font-size:clamp(1.35rem,4vw,1.9rem);line-height:1.2;overflow-wrap:anywhere}
.meta{margin:.25rem 0 0;color:var(--soft);overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:0 0 1.25rem;padding:0;list-style:none;font-size:.9375rem}
nav a{display:inline-block;padding:.2rem 0}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
@media (min-width:62rem){main{grid-template-columns:repeat(2,minmax(0,1fr))}.wide,.totals{grid-column:1/-1}}
.card{min-width:0;padding:1.1rem 1.25rem 1.25rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem}
h2{margin:0 0 .5rem;font-size:1.125rem;line-height:1.3}h3{margin:1.25rem 0 .4rem;font-size:1rem;overflow-wrap:anywhere}
p{margin:.4rem 0}.lead,.legend,.hint,.facts,.sub{color:var(--soft);font-size:.9375rem}.empty{color:var(--soft);font-style:italic}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere;font-style:normal}
.totals{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;margin:0;padding:0;list-style:none}
.totals li{display:grid;grid-template-columns:auto 1fr;align-items:center;column-gap:.5rem;padding:.8rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:.6rem;min-width:0}
.totals .name{overflow-wrap:anywhere}.totals strong{grid-column:1/-1;font-size:1.75rem;line-height:1.2;font-weight:650}
.totals .sub{grid-column:1/-1}.delta{white-space:nowrap;color:var(--text)}
.actions{margin:0 0 0 .25rem;grid-column:1/-1}
.dot{display:inline-block;flex:none;width:.75rem;height:.75rem;border-radius:50%}
ul.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.25rem 0 .5rem;padding:0;list-style:none}
ul.legend li{display:flex;align-items:center;gap:.4rem}
.scroll{overflow-x:auto;margin:.5rem 0}table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.32rem .6rem .32rem 0;border-bottom:1px solid var(--grid);text-align:left;vertical-align:middle}
th:last-child,td:last-child{padding-right:.15rem}thead th{color:var(--soft);font-weight:500;font-size:.8125rem;vertical-align:bottom}
tbody th{font-weight:500;overflow-wrap:break-word;min-width:6.5rem}.number{text-align:right;white-space:nowrap}thead .number{white-space:normal}
tbody tr:last-child>*{border-bottom:0}.bar-cell{width:34%;min-width:3.5rem}
.bar{display:block;width:100%;height:.7rem}.nil{color:var(--soft)}.same{color:var(--soft)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem 1.5rem}
figure{margin:0;min-width:0}figcaption{margin-bottom:.25rem}
.chart{display:block;width:100%;max-width:30rem;height:auto;margin:.25rem auto}.square{max-width:25rem}
.chart text{font-family:inherit;font-size:10px;fill:var(--text)}.chart .tick{fill:var(--soft)}.chart .name{font-size:11px}
.chart .end{text-anchor:end}.chart .middle{text-anchor:middle}.chart .label{font-size:10px;font-weight:600}
.halo{paint-order:stroke;stroke:var(--card);stroke-width:3px;stroke-linejoin:round}
.grid{stroke:var(--grid)}.axis{stroke:var(--soft);fill:var(--soft)}.plot{fill:none;stroke:var(--line)}
.threshold{stroke:var(--text);stroke-width:1;stroke-dasharray:3 2}.border{fill:none;stroke:var(--border);stroke-width:1.6}.dashed{stroke-dasharray:5 3}
.line{fill:none;stroke-width:2}
details{margin-top:.5rem}summary{cursor:pointer;color:var(--link);padding:.2rem 0}
.leads{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:.25rem 1.5rem;align-items:start}
.person{min-width:0;margin:0;border-bottom:1px solid var(--grid)}.person summary{overflow-wrap:anywhere;color:var(--text)}
.chips{display:flex;flex-wrap:wrap;gap:.35rem;margin:.5rem 0;padding:0;list-style:none;font-size:.875rem}
.chips li{padding:.1rem .55rem;border:1px solid var(--line);border-radius:1rem;overflow-wrap:anywhere}
.sum span{white-space:nowrap}.remarks{padding-left:1.1rem}.remarks li{margin:.3rem 0;overflow-wrap:anywhere}
dl{margin:0;display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.3rem 1rem}dt{font-weight:500}dd{margin:0;color:var(--soft)}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
footer{margin-top:1.5rem;color:var(--soft);font-size:.875rem}
${[0, 1, 2, 3, 4, 5, 6, 7].map(n => `.s${n}{fill:var(--s${n})}.s${n}-line{stroke:var(--s${n})}.s${n}-dot{background:var(--s${n})}`).join('')}
.plus{fill:var(--plus)}.minus{fill:var(--minus)}
${[1, 2, 3, 4, 5, 6, 7, 8].map(n => `.h${n}{fill:rgba(var(--heat),${(0.06 + 0.115 * n).toFixed(2)})}`).join('')}
@media (max-width:30rem){.card{padding:.9rem .9rem 1rem}.totals{grid-template-columns:1fr 1fr;gap:.5rem}.totals li{padding:.65rem .7rem}.bar-cell{display:none}table{font-size:.875rem}th,td{padding-right:.45rem}tbody th{min-width:5rem}}
@media print{:root{color-scheme:light;--bg:#fff;--card:#fff;--text:#000;--soft:#444;--line:#bbb;--grid:#ddd;--link:#000;--s0:#0072b2;--s1:#e69f00;--s2:#9aa5b4;--s3:#cc79a7;--plus:#0072b2;--minus:#d55e00;--heat:0,90,156;--border:#000}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{max-width:none;padding:0;font-size:10pt}nav,.skip,footer{display:none}
.card,.totals li{break-inside:avoid;border-color:#bbb}.scroll{overflow:visible}details:not([open]){display:none}}
`
