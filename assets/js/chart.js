// Entry of chart.js: draws each [data-chart] from its JSON option. Loaded only by pages with a chart; the table beside it
// holds the same numbers.
import {BarChart, LineChart} from 'echarts/charts';
import {AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent} from 'echarts/components';
import * as echarts from 'echarts/core';
import {SVGRenderer} from 'echarts/renderers';

echarts.use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** What every chart shares: our colours, no ticks, tooltips without inline style. */
function base() {
  const axis = {
    axisTick: {show: false},
    axisLine: {lineStyle: {color: color('--nc-line-2')}},
    axisLabel: {color: color('--nc-ink-2'), fontSize: 11.5},
    splitLine: {lineStyle: {color: color('--nc-line')}},
  };
  return {
    color: ['--nc-c1', '--nc-c2', '--nc-c3', '--nc-c4', '--nc-c5', '--nc-c6'].map(color),
    textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
    categoryAxis: {...axis, splitLine: {show: false}},
    valueAxis: {...axis, axisLine: {show: false}, axisLabel: {...axis.axisLabel, formatter: (n) => n.toLocaleString(document.documentElement.lang)}},
    bar: {barMaxWidth: 15, itemStyle: {borderRadius: 2, borderWidth: 0}},
    line: {symbol: 'circle', symbolSize: 7, lineStyle: {width: 2}, itemStyle: {borderWidth: 2}},
  };
}

/** Colours are named in the option ("c1", "ink-3", "song-tint") and become those of the theme. */
function withColors(value, key = '') {
  if (typeof value === 'string' && /color$/i.test(key) && /^[a-z][\w-]*$/.test(value)) return color(`--nc-${value}`) || value;
  if (Array.isArray(value)) return value.map((one) => withColors(one, key));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withColors(one, name)]));
  return value;
}

/** The legend is HTML: drawn ones measure their words before the fonts are there. */
function addLegend(element, option) {
  const named = (option.series ?? []).filter((series) => series.name);
  const head = element.closest('.card')?.querySelector(':scope > .ch');
  // The page may have written one itself.
  if (named.length < 2 || element.closest('.chart-f')?.querySelector('.legend') || head?.querySelector('.legend')) return;
  const list = document.createElement('ul');
  list.className = 'legend';
  list.setAttribute('aria-hidden', 'true');  // the sentence and the table say it
  named.forEach((series, at) => {
    const entry = document.createElement('li');
    entry.className = series.itemStyle?.color ?? `c${(at % 6) + 1}`;  // a colour by its name: c1 ... c6, ink-3
    entry.textContent = series.name;
    list.append(entry);
  });
  // In a card the legend stands at the end of its head.
  if (head && !head.querySelector('.more')) head.append(list);
  else element.before(list);
}

function draw(element) {
  const told = JSON.parse(element.dataset.chart);
  const option = withColors(told);
  const chart = echarts.init(element, base(), {renderer: 'svg'});
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({
    animation: !still,
    animationDuration: 250,
    grid: {top: 14, right: 4, bottom: 4, left: 4, containLabel: true},
    ...option,
    legend: {show: false},
    tooltip: {
      trigger: 'axis', axisPointer: {type: 'shadow', shadowStyle: {color: color('--nc-sunken'), opacity: .6}},
      backgroundColor: color('--nc-surface'), borderColor: color('--nc-line-2'), borderWidth: 1, padding: [7, 11],
      textStyle: {color: color('--nc-ink'), fontSize: 12.5}, ...option.tooltip, renderMode: 'richText',
    },
  });
  // A point that carries an address is a figure: it opens its rows.
  chart.on('click', (event) => {
    if (!event.data?.href) return;
    element.dispatchEvent(new CustomEvent('nc:figure', {bubbles: true, detail: {href: event.data.href}}));
  });
  new ResizeObserver(() => chart.resize()).observe(element);
  addLegend(element, told);
  const table = element.closest('.chart-f')?.querySelector('.chart-t');
  if (table) table.open = false;
}

/** Charts of the page, and of parts that htmx brings later. */
function drawAll(within) {
  const own = within.matches?.('[data-chart]') ? [within] : [];
  for (const element of [...own, ...within.querySelectorAll('[data-chart]')]) {
    if (!echarts.getInstanceByDom(element)) draw(element);
  }
}

// Labels are measured, so the fonts must be there first.
document.fonts.ready.then(() => drawAll(document));
document.addEventListener('htmx:load', (event) => drawAll(event.target));
document.addEventListener('nc:part', (event) => drawAll(event.target));
