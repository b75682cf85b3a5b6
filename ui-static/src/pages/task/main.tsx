import "../../styles/form.css";
import "../../styles/task.css";
import { parameter, show } from "../../panels/frame/show.tsx";
import { TaskPage } from "./task-page.tsx";

show(<TaskPage step={parameter("step") ?? ""} />);
