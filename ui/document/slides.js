(() => {
  const all = [...document.querySelectorAll('.slide')], $ = (id) => document.getElementById(id);
  const points = all.map((s) => [...s.querySelectorAll('.points > p, .points .run > p, .points li, .points .remark')]
    .filter((e) => !e.parentElement.closest('li, .remark')));
  const given = (i) => Math.min(Number(all[i].dataset.given), points[i].length);
  let at = 0, shown = 0, typed = '';
  const say = (text) => { $('told').textContent = text; };
  const fit = (s) => {
    const box = s.querySelector('.points');
    for (let size = 1.25; size >= 0.4; size -= 0.05) {
      box.style.setProperty('--fit', size);
      if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) return;
    }
  };
  const draw = () => {
    all.forEach((s, i) => s.classList.toggle('now', i === at));
    points[at].forEach((p, i) => p.classList.toggle('wait', i >= shown));
    $('at').textContent = `${at + 1} of ${all.length}`;
    history.replaceState(null, '', `#${all[at].id}`);
    fit(all[at]);
  };
  const go = (i, end) => {
    at = Math.max(0, Math.min(i, all.length - 1));
    shown = end ? points[at].length : given(at);
    document.body.classList.remove('blank');
    draw();
    all[at].querySelector('h2').focus({ preventScroll: true });
  };
  const next = () => {
    if (document.body.classList.contains('blank')) { blank(); return; }
    if (shown < points[at].length) {
      say(points[at][shown].textContent.trim());
      shown++;
      draw();
    } else if (at + 1 < all.length) go(at + 1);
    else say('That was the last slide.');
  };
  const back = () => {
    if (shown > given(at)) { shown--; draw(); } else if (at > 0) go(at - 1, true);
  };
  const rest = () => { shown = points[at].length; draw(); };
  const blank = () => say(document.body.classList.toggle('blank') ? 'The slide is hidden.' : 'The slide is shown.');
  const notes = () => {
    $('notes').setAttribute('aria-pressed', document.body.classList.toggle('notes'));
    draw();
  };
  const keys = () => $('keys').showModal();
  const does = {
    ArrowRight: next, PageDown: next, ' ': next, ArrowLeft: back, PageUp: back, Backspace: back,
    ArrowDown: () => go(at + 1), ArrowUp: () => go(at - 1), Home: () => go(0), End: () => go(all.length - 1),
    a: rest, b: blank, '.': blank, s: notes, '?': keys,
  };
  addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || $('keys').open) return;
    const onButton = e.target.closest('button, a');
    if (/^[0-9]$/.test(e.key)) { typed += e.key; return; }
    if (e.key === 'Enter' && typed) { go(Number(typed) - 1); typed = ''; e.preventDefault(); return; }
    typed = '';
    if (onButton && (e.key === ' ' || e.key === 'Enter')) return;
    const act = does[e.key] || (e.key === 'Enter' ? next : null);
    if (act) { e.preventDefault(); act(); }
  });
  for (const [id, act] of [['next', next], ['back', back], ['notes', notes], ['help', keys]]) $(id).addEventListener('click', act);
  addEventListener('resize', () => fit(all[at]));
  document.documentElement.classList.add('js');
  const to = all.findIndex((s) => `#${s.id}` === location.hash);
  go(to < 0 ? 0 : to);
})();
