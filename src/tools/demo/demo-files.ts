import { schemaLine } from '../../ir/schema-line.ts'

/** The files of `leadq demo`. All people, companies and domains in them are invented. */

/** The day that the demo plays on. */
const DEMO_DAY = '2026-03-02'

export const DEMO_FILES: readonly { readonly name: string; readonly about: string; readonly text: string }[] = [
  {
    name: 'leads.csv',
    about: 'an export of 16 leads',
    text: `Lead ID,First Name,Last Name,Email,Phone,Company,Job Title,Employees,Industry,Country,Demo date,Newsletter
L-001,Mara,Feldkamp,mara.feldkamp@nordlicht-robotik.example,+49 40 5550101,Nordlicht Robotik GmbH,Geschäftsführerin,240,Maschinenbau,Germany,2026-02-24,Yes
L-002,Owen,Hartwell,o.hartwell@brightforge.example,+44 20 5550102,Brightforge Ltd,CTO,520,Software,United Kingdom,2026-02-19,No
L-003,Katrin,Ohlsen,k.ohlsen@weserwerk.example,+49 421 5550103,Weserwerk Anlagenbau AG,Vertriebsleiterin,1200,Maschinenbau,Germany,,Yes
L-004,Piet,Vandersloot,piet@molenstroom.example,+31 20 5550104,Molenstroom BV,Head of Operations,180,Logistics,Netherlands,2026-01-30,Yes
L-005,Amélie,Courbet,a.courbet@atelier-sept.example,,Atelier Sept SARL,Directrice Marketing,75,Media,France,,Yes
L-006,Jonas,Reiter,jonas.reiter@alpentech.example,+43 1 5550106,Alpentech GmbH,IT-Leiter,310,Software,Austria,,No
L-007,Selma,Aydin,selma.aydin@kupferkraft.example,+49 711 5550107,Kupferkraft GmbH,Marketing Manager,95,Elektrotechnik,Germany,,Yes
L-008,Bruno,Zellweger,b.zellweger@bergquell.example,+41 44 5550108,Bergquell AG,Inhaber,14,Handel,Switzerland,2026-02-25,No
L-009,Clara,Winterfeld,clara.winterfeld@gmx.de,+49 30 5550109,Winterfeld Beratung,Beraterin,1,Beratung,Germany,,Yes
L-010,Rahul,Banerjee,rahul@indigostack.example,+91 80 5550110,Indigostack Pvt Ltd,VP Engineering,900,Software,India,,Yes
L-011,Theo,Brandstetter,theo@rival.example,+49 89 5550111,Rival Software GmbH,Product Manager,85,Software,Germany,,No
L-012,Ines,Marquardt,ines.marquardt@web.de,,,Studentin,,,Germany,,Yes
L-013,Tomasz,Wilk,t.wilk@polstal.example,+48 22 5550113,Polstal SA,Dyrektor,640,Maschinenbau,Poland,2026-02-12,No
L-014,Hanna,Lindqvist,hanna@fjordline.example,+46 8 5550114,Fjordline AB,CEO,60,Software,Sweden,,Yes
L-015,Paul,Okafor,paul.okafor@greenmile.example,,Greenmile,Trainee,35,Logistics,Ireland,,No
L-016,Lena,Brückner,lena.brueckner@stahlhof.example,+49 231 5550116,Stahlhof KG,Leiterin Einkauf,410,Maschinenbau,Germany,,Yes
`,
  },
  {
    name: 'events.csv',
    about: 'what they did on the web site',
    text: `email,event,time,page
mara.feldkamp@nordlicht-robotik.example,page_view,2026-02-20T08:15:00Z,/pricing
mara.feldkamp@nordlicht-robotik.example,page_view,2026-02-24T09:40:00Z,/demo
o.hartwell@brightforge.example,page_view,2026-02-18T16:02:00Z,/pricing
k.ohlsen@weserwerk.example,page_view,2026-02-26T10:11:00Z,/pricing
k.ohlsen@weserwerk.example,page_view,2026-03-01T07:55:00Z,/cases/machine-building
k.ohlsen@weserwerk.example,download,2026-03-01T08:03:00Z,/whitepaper.pdf
jonas.reiter@alpentech.example,page_view,2026-02-28T19:20:00Z,/docs
jonas.reiter@alpentech.example,download,2026-02-28T19:31:00Z,/whitepaper.pdf
selma.aydin@kupferkraft.example,page_view,2026-03-01T12:00:00Z,/blog
rahul@indigostack.example,page_view,2026-02-22T05:45:00Z,/pricing
hanna@fjordline.example,page_view,2026-02-27T13:30:00Z,/pricing
hanna@fjordline.example,download,2026-02-27T13:42:00Z,/whitepaper.pdf
clara.winterfeld@gmx.de,page_view,2026-01-15T21:10:00Z,/blog
lena.brueckner@stahlhof.example,page_view,2025-11-03T09:00:00Z,/pricing
`,
  },
  {
    name: 'leadq.yaml',
    about: 'the rulebook: points, stages and next steps',
    text: `# ${schemaLine('rulebook')}
leadq: 1
name: Demo

lists:
  deciders: [CEO, CTO, Inhaber, Head of, VP, Dyrektor, "geschäftsführ*", "*leiter", "*leiterin"]

scores:
  fit:                              # the right company, the right person?
    max: 100
    rules:
      - { id: decider, label: decides on purchases, when: { job_title: { has_word: $deciders } }, points: 35 }
      - { id: size, field: employees, points_from: { 50: 15, 200: 30 } }
      - { id: industry, field: industry, points: { Software: 20, Maschinenbau: 20, Logistics: 10 }, else: 2 }
      - { id: phone, when: { phone: { known: true } }, points: 5 }
      - { id: free-mail, when: { email: { is: free_mail } }, points: -15 }
  engagement:                       # do they want something from us, now?
    max: 100
    fade: { half_life: 30d }
    rules:
      - { id: demo, label: asked for a demo, when: { demo_date: { in_last: 90d } }, points: 50, since: demo_date }
      - { id: prices, label: looked at prices, event: page_view, where: { page: { contains: /pricing } }, points: 25, limit: 1 per 7d }
      - { id: download, event: download, points: 15, limit: 2 }
      - { id: pages, label: read pages, event: page_view, points: 3, max: 15 }
total: { fit: 0.5, engagement: 0.5 }

exclude:
  - { id: competitor, when: { company: { has_word: Rival } } }

stages:                             # the first row that holds
  - { stage: SQL, when: { score.fit: { at_least: 60 }, score.engagement: { at_least: 30 } } }
  - { stage: MQL, when: { score.fit: { at_least: 50 } } }
  - { stage: nurture }

next:
  - { when: { stage: SQL }, do: call, due: 1d }
  - { when: { stage: MQL }, do: write, due: 3d }
  - { do: newsletter }
`,
  },
  {
    name: 'leadq.test.yaml',
    about: 'tests of the rulebook',
    text: `# ${schemaLine('test')}
as_of: ${DEMO_DAY}
tests:
  - name: a managing director who asked for a demo is called
    lead: { job_title: Geschäftsführerin, employees: 240, industry: Maschinenbau, phone: "+49 40 5550101", demo_date: 2026-02-24 }
    expect: { stage: SQL, scores: { fit: 90, engagement: 44 }, next: call }
  - name: a demo of long ago counts no more
    lead: { job_title: CEO, employees: 240, industry: Software, demo_date: 2025-06-01 }
    expect: { stage: MQL, not_fired: [demo] }
  - name: a competitor is excluded
    lead: { company: Rival Software GmbH, job_title: CEO, employees: 500 }
    expect: { stage: disqualified }
  - name: the others
    table: |
      job_title, employees, industry, =stage, =scores.fit
      CTO,       200,       Software, MQL,    85
      CTO,       199,       Handel,   MQL,    52
      Studentin, ,          ,         nurture, 0
`,
  },
  {
    name: 'leadq.run.yaml',
    about: 'the nightly run',
    text: `# ${schemaLine('run')}
# What \`leadq run\` does every night.
inputs: [leads.csv]
events: [events.csv]
rules: leadq.yaml
out: runs
previous: latest
guards:
  max_shrink: { warn: 10%, fail: 30% }   # fewer leads than yesterday
`,
  },
]

/** What to type next, in the folder of the demo. */
export const DEMO_COMMANDS: readonly { readonly line: string; readonly about: string }[] = [
  { line: `leadq score leads.csv --events events.csv --as-of ${DEMO_DAY}`, about: 'who should be called?' },
  { line: `leadq explain leads.csv --events events.csv --id L-003 --as-of ${DEMO_DAY}`, about: 'why is she SQL?' },
  { line: `leadq run --as-of ${DEMO_DAY}`, about: 'the same every night, compared with the night before' },
]
