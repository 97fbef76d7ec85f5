// The planning views are here, and what they show: they begin.

startCalendar();
startCoverage();
