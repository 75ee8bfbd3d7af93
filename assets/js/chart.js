// Entry of chart.js: draws each [data-chart] from its JSON option. Loaded only by pages with a chart; the table beside it
// holds the same numbers.
import {BarChart, LineChart} from 'echarts/charts';
import {AriaComponent, GridComponent, LegendComponent, TooltipComponent} from 'echarts/components';
import * as echarts from 'echarts/core';
import {SVGRenderer} from 'echarts/renderers';

echarts.use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

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
    categoryAxis: axis,
    valueAxis: {...axis, axisLine: {show: false}},
    bar: {barMaxWidth: 15, itemStyle: {borderRadius: 2}},
  };
}

function draw(element) {
  const option = JSON.parse(element.dataset.chart);
  const chart = echarts.init(element, base(), {renderer: 'svg'});
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({
    animation: !still,
    animationDuration: 250,
    grid: {top: 12, right: 4, bottom: 4, left: 4},
    ...option,
    tooltip: {
      backgroundColor: color('--nc-surface'), borderColor: color('--nc-line-2'),
      textStyle: {color: color('--nc-ink'), fontSize: 12.5}, ...option.tooltip, renderMode: 'richText',
    },
  });
  // A point that carries an address is a figure: it opens its rows.
  chart.on('click', (event) => {
    if (event.data?.href) location.assign(event.data.href);
  });
  new ResizeObserver(() => chart.resize()).observe(element);
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
