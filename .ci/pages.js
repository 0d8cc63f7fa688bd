// pages.js FILE…: reads pages of HTML as .ci/pages says, and ends with 1 where
// something is found.
const { chromium } = require('playwright-core');
const fs = require('fs'), os = require('os'), path = require('path');

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let found = 0;
const tell = (file, what) => { found++; console.log(`${path.basename(file)}: ${what}`); };

// read runs axe-core's rules on the page as it stands.
async function read(page, file, at, runOnly = tags) {
  const { violations } = await page.evaluate((only) => axe.run(document, { runOnly: only, resultTypes: ['violations'] }), runOnly);
  for (const v of violations) tell(file, `${at}: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 160)}`);
}

// present goes through slides as a person does.
async function present(page, file) {
  const press = (...keys) => keys.reduce((p, k) => p.then(() => page.keyboard.press(k)), Promise.resolve());
  const now = () => page.evaluate(() => {
    const s = document.querySelectorAll('.slide.now');
    const box = s[0].querySelector('.points');
    return { shown: s.length, id: s[0].id, hidden: s[0].querySelectorAll('.wait').length, cut: box.scrollHeight > box.clientHeight + 1,
      notes: getComputedStyle(s[0].querySelector('.talk')).display !== 'none', blank: document.body.classList.contains('blank') && document.body.offsetWidth === document.documentElement.clientWidth };
  });
  const is = (ok, what) => { if (!ok) tell(file, what); };
  const slides = await page.locator('.slide').count();
  let at = await now();
  is(at.shown === 1 && at.id === 'slide-1', 'the first slide isn\'t shown alone');
  for (let i = 1; i <= slides; i++) {
    const before = (await now()).hidden;
    if (before) { await press('Space'); is((await now()).hidden === before - 1, `slide ${i}: space reveals nothing`); await press('a'); }
    at = await now();
    is(at.id === `slide-${i}` && !at.hidden, `slide ${i}: not whole, at ${at.id}`);
    is(!at.cut, `slide ${i} is cut`);
    if (i < slides) await press('ArrowRight');
  }
  await press('Home');
  is((await now()).id === 'slide-1', 'Home doesn\'t go to the first slide');
  await press('2', 'Enter');
  is((await now()).id === 'slide-2', '2 and Enter don\'t go to slide 2');
  await press('s');
  is((await now()).notes, 's shows no notes');
  await read(page, file, 'with notes');
  await press('b');
  is((await now()).blank, 'b doesn\'t hide the slide');
  await press('b', 's', '?');
  is(await page.locator('dialog').isVisible(), '? shows no keys');
  await read(page, file, 'with keys');
  await press('Escape');
}

(async () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'isspp-pages-'));
  const browser = await chromium.launchPersistentContext(dir, { executablePath: process.env.CHROMIUM, args: flags, bypassCSP: false });
  try {
    for (const file of process.argv.slice(2)) {
      const page = await browser.newPage();
      page.on('pageerror', (e) => tell(file, e.message));
      page.on('request', (r) => { if (!r.url().startsWith('file:')) tell(file, `loads ${r.url()}`); });
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto('file://' + path.resolve(file));
      await page.evaluate(axe);
      await read(page, file, 'light');
      await page.emulateMedia({ colorScheme: 'dark' });
      await read(page, file, 'dark', ['cat.color']);
      await page.emulateMedia({ colorScheme: 'light' });
      if (file.includes('-slides')) await present(page, file);
      await page.setViewportSize({ width: 320, height: 640 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) tell(file, `${over} pixels wider than a screen of 320`);
      await page.close();
    }
  } finally {
    await browser.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
  console.log(found ? `${found} findings` : `  ${process.argv.length - 2} pages: nothing found`);
  process.exit(found ? 1 : 0);
})();
