/** Tokens of `web/theme.css` and the looks of its page, as far as they are needed: nothing is loaded. */
export const smallPageStyle = `
:root {
  color-scheme: light dark;
  --font-ui: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  --font-mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace;
  --text-s: 12px;
  --text-m: 13px;
  --text-l: 15px;
  --text-xl: 20px;
  --line: 1.45;
  --space-4: 8px;
  --space-5: 12px;
  --space-6: 16px;
  --space-7: 24px;
  --space-8: 40px;
  --radius-m: 6px;
  --radius-l: 10px;
  --canvas: light-dark(#f6f7f9, #0d0f13);
  --surface: light-dark(#ffffff, #14171d);
  --border: light-dark(#e3e6eb, #252a34);
  --text: light-dark(#171b22, #e7eaf0);
  --text-muted: light-dark(#505866, #a6aebc);
  --accent-fill: light-dark(#2a5ce0, #3d6bea);
  --accent-fill-hover: light-dark(#214fc9, #315fdd);
  --on-accent: #ffffff;
  --focus: light-dark(#2a5ce0, #8fb0ff);
  --header: 48px;
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--canvas);
  color: var(--text);
  font: var(--text-l) / var(--line) var(--font-ui);
  overflow-wrap: anywhere;
}
header {
  display: flex;
  align-items: center;
  gap: var(--space-4);
  min-height: var(--header);
  padding: 0 var(--space-5);
  border-bottom: 1px solid var(--border);
  background: var(--surface);
  font-size: var(--text-m);
  font-weight: 650;
}
svg {
  width: 24px;
  height: 24px;
  padding: 4px;
  border-radius: var(--radius-m);
  background: var(--accent-fill);
  fill: none;
  stroke: var(--on-accent);
  stroke-width: 1.5;
  stroke-linecap: round;
  stroke-linejoin: round;
}
main {
  display: grid;
  gap: var(--space-5);
  width: min(560px, 100% - 2 * var(--space-6));
  margin: var(--space-8) auto;
  padding: var(--space-7);
  border: 1px solid var(--border);
  border-radius: var(--radius-l);
  background: var(--surface);
}
h1,
p {
  margin: 0;
}
h1 {
  font-size: var(--text-xl);
  font-weight: 600;
  line-height: 1.25;
  letter-spacing: -0.01em;
}
p {
  color: var(--text-muted);
}
code {
  font: var(--text-s) var(--font-mono);
}
a {
  display: inline-flex;
  align-items: center;
  min-height: 36px;
  padding: 0 var(--space-5);
  border-radius: var(--radius-m);
  background: var(--accent-fill);
  color: var(--on-accent);
  font-size: var(--text-m);
  font-weight: 500;
  text-decoration: none;
}
a:hover {
  background: var(--accent-fill-hover);
}
a:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 1px;
}
`
