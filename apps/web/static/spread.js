// @ts-check
// Plays the years of a map: a button steps through the radio buttons of its slider. Without this file, or when
// motion is reduced, the button stays hidden and the slider works all the same.

const stepMs = 900
const reduced = matchMedia('(prefers-reduced-motion: reduce)')

/** @param {HTMLButtonElement} button */
function prepare(button) {
  const years = button.closest('.years')
  if (!years) return
  const play = button.textContent ?? ''
  const pause = button.dataset['pause'] ?? play
  /** @type {HTMLInputElement[]} */
  const radios = [...years.querySelectorAll('input')]
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer

  function stop() {
    clearInterval(timer)
    timer = undefined
    button.textContent = play
  }

  function step() {
    const next = radios.findIndex((radio) => radio.checked) + 1
    const radio = radios[next]
    if (radio) radio.checked = true
    if (next >= radios.length - 1) stop()
  }

  function start() {
    const [first] = radios
    if (first && radios.at(-1)?.checked) first.checked = true
    button.textContent = pause
    timer = setInterval(step, stepMs)
  }

  button.addEventListener('click', () => (timer ? stop() : start()))
  years.addEventListener('input', stop)
  const show = () => {
    stop()
    button.hidden = reduced.matches
  }
  reduced.addEventListener('change', show)
  show()
}

for (const button of document.querySelectorAll('button[data-play]')) {
  if (button instanceof HTMLButtonElement) prepare(button)
}
