// The planning views are here: they begin with what is planned.

startCalendar();
